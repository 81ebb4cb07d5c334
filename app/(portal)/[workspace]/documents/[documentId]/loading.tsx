import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import { ViewerSkeleton } from './_components/viewer-skeleton.tsx';

export default function DocumentLoading() {
  return (
    <PageFrame className="flex flex-col gap-4 sm:py-4 lg:h-[calc(100dvh-3.5rem-1px)] lg:min-h-160">
      <div className="space-y-2">
        <h1 className="sr-only">Document</h1>
        <Skeleton className="h-6 w-24 sm:hidden" />
        <Skeleton className="h-8 w-72" />
        <Skeleton className="h-6 w-48" />
      </div>
      <ViewerSkeleton words="The document is being loaded" />
    </PageFrame>
  );
}
