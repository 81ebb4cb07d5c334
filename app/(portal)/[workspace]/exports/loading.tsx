import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';

const ROWS = ['first', 'second', 'third'];

export default function ExportsLoading() {
  return (
    <PageFrame>
      <p role="status" className="sr-only">
        Loading the exports
      </p>
      <h1 className="mb-4 flex min-h-11 items-center text-title">Exports</h1>
      <div className="divide-y divide-line rounded-large border border-line bg-sheet">
        {ROWS.map((row) => (
          <div key={row} className="space-y-2 px-4 py-4">
            <Skeleton className="h-5 w-2/5" />
            <Skeleton className="h-4 w-1/4" />
          </div>
        ))}
      </div>
    </PageFrame>
  );
}
