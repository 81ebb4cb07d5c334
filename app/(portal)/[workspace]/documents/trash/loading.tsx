import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';

export default function TrashLoading() {
  return (
    <PageFrame>
      <p role="status" className="sr-only">
        Loading the trash
      </p>
      <h1 className="mb-4 flex min-h-11 items-center text-title">Trash</h1>
      <Skeleton className="h-40 w-full rounded-large" />
    </PageFrame>
  );
}
