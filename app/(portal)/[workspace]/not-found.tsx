import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';

export default function WorkspaceNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is nothing at this address">
      <p>It may have been deleted, or the link is incomplete.</p>
    </EmptyState>
  );
}
