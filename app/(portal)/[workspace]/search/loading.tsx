import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';

export default function SearchLoading() {
  return (
    <PageFrame>
      <div className="mx-auto max-w-4xl space-y-5">
        <h1 className="text-title">Search</h1>
        <p role="status" className="sr-only">
          Searching
        </p>
        <Skeleton className="h-11 rounded-normal" />
        <Skeleton className="h-60 rounded-large" />
      </div>
    </PageFrame>
  );
}
