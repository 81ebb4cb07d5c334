'use client';

import { RotateCw } from 'lucide-react';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { retryPage } from '../../actions.ts';

type Props = { documentId: string; page: number; onDone: () => void };

export function RetryPageButton({ documentId, page, onDone }: Props) {
  const { slug, may } = useWorkspace();
  const [pending, startTransition] = useTransition();
  if (!may.write) return null;
  function retry() {
    startTransition(async () => {
      const result = await outcomeOf(() => retryPage({ workspace: slug, documentId, page }));
      if (!result.ok) toast.error(result.error.message);
      onDone();
    });
  }
  return (
    <Button pending={pending} onClick={retry}>
      <RotateCw aria-hidden className="size-4" />
      Read this page again
    </Button>
  );
}
