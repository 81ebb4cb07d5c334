import { SearchX } from 'lucide-react';
import { EmptyState } from '#app/_ui/empty-state.tsx';

export default function DeliveryNotFound() {
  return (
    <EmptyState icon={SearchX} level="h1" title="There is no such delivery">
      <p>
        Deliveries of progress are removed together with the data of their prediction, or the link is
        incomplete. Choose Webhooks above to see what is there.
      </p>
    </EmptyState>
  );
}
