import { Skeleton } from '#app/_ui/skeleton.tsx';
import { REVIEW_FRAME } from './review-frame.ts';

const WIDTHS = ['w-2/5', 'w-11/12', 'w-10/12', 'w-11/12', 'w-9/12', 'w-1/2'];

/** The place of the review screen while it is on its way. */
export function ReviewSkeleton() {
  return (
    <div className={REVIEW_FRAME}>
      <p role="status" className="sr-only">
        The review is being loaded
      </p>
      <div className="flex min-h-12 items-center border-line border-b bg-sheet px-4">
        <h1 className="sr-only">Review</h1>
        <Skeleton className="h-5 w-72" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="flex-1 border-line border-r p-4 max-lg:hidden">
          <Skeleton className="mx-auto h-full w-2/3" />
        </div>
        <div className="flex-1 space-y-4 bg-sheet p-4">
          {WIDTHS.map((width, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
            <Skeleton key={line} className={`h-4 ${width}`} />
          ))}
        </div>
      </div>
    </div>
  );
}
