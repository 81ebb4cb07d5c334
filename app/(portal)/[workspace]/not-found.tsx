import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { ToDocuments } from './_components/to-documents.tsx';

export default function WorkspaceNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is nothing at this address" actions={<ToDocuments />}>
      <p>It may have been deleted, or the link is incomplete.</p>
    </EmptyState>
  );
}
