import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';

export default function DocumentNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is no such document">
      <p>It may have been deleted, or the link is incomplete. Your documents are in the list above.</p>
    </EmptyState>
  );
}
