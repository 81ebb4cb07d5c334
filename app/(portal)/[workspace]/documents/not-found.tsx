import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';

export default function DocumentNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is no such document">
      <p>It may have been deleted, or the link is incomplete. Choose Documents above to see what is there.</p>
    </EmptyState>
  );
}
