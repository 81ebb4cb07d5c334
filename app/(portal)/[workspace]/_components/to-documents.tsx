'use client';

import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { useWorkspace } from './workspace-context.tsx';

/** The way on from where nothing is. */
export function ToDocuments() {
  const { slug } = useWorkspace();
  return (
    <Link href={`/${slug}/documents`} className={buttonStyle({ variant: 'primary' })}>
      Go to the documents
    </Link>
  );
}
