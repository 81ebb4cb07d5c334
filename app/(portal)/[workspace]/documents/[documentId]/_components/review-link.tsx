'use client';

import { SquarePen } from 'lucide-react';
import Link from 'next/link';
import { type ButtonLook, buttonStyle } from '#app/_ui/button-style.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';

type Props = ButtonLook & { documentId: string; page?: number; className?: string };

/** To the screen where picture and text are compared and the text is corrected. */
export function ReviewLink({ documentId, page, className, ...look }: Props) {
  const { slug } = useWorkspace();
  const query = page === undefined ? '' : `?page=${page}`;
  return (
    <Link href={`/${slug}/documents/${documentId}/review${query}`} className={buttonStyle(look, className)}>
      <SquarePen aria-hidden className="size-4" />
      Review
    </Link>
  );
}
