import { Skeleton } from '#app/_ui/skeleton.tsx';

export default function InstanceLoading() {
  return (
    <div className="space-y-6">
      <p role="status" className="sr-only">
        Loading what the installation does
      </p>
      <Skeleton className="h-8 w-56" />
      <Skeleton className="h-28 w-full rounded-large" />
      <Skeleton className="h-64 w-full rounded-large" />
    </div>
  );
}
