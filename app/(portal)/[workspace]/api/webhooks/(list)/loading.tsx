import { Skeleton } from '#app/_ui/skeleton.tsx';

export default function WebhooksLoading() {
  return (
    <div className="space-y-6">
      <p role="status" className="sr-only">
        Loading the webhooks
      </p>
      <div className="space-y-2">
        <Skeleton className="h-8 w-44" />
        <Skeleton className="h-5 w-full max-w-lg" />
      </div>
      <Skeleton className="h-20 w-full rounded-large" />
      <Skeleton className="h-72 w-full rounded-large" />
    </div>
  );
}
