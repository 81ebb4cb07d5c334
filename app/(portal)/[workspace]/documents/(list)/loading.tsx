import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth'];

export default function DocumentsLoading() {
  return (
    <PageFrame>
      <p role="status" className="sr-only">
        Loading the documents
      </p>
      <div className="mb-4 flex min-h-11 items-center justify-between">
        <h1 className="text-title">Documents</h1>
        <Skeleton className="h-10 w-28 rounded-normal" />
      </div>
      <div className="divide-y divide-line rounded-large border border-line bg-sheet">
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-4 px-3 py-3 sm:px-4">
            <Skeleton className="h-16 w-12" />
            <div className="flex-1 space-y-2">
              <Skeleton className="h-5 w-3/5" />
              <Skeleton className="h-4 w-2/5" />
            </div>
          </div>
        ))}
      </div>
    </PageFrame>
  );
}
