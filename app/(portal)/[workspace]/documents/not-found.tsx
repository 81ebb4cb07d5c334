import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { ToDocuments } from '../_components/to-documents.tsx';

export default function DocumentNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is no such document" actions={<ToDocuments />}>
      <p>It may have been deleted, or the link is incomplete.</p>
    </EmptyState>
  );
}
