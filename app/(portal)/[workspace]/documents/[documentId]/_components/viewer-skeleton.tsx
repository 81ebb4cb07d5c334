import { Skeleton } from '#app/_ui/skeleton.tsx';

/** The place of the pages and their text while neither is known. */
export function ViewerSkeleton({ words }: { words: string }) {
  return (
    <div className="grid min-h-96 flex-1 rounded-large border border-line bg-sheet shadow-sheet lg:grid-cols-2">
      <p role="status" className="sr-only">
        {words}
      </p>
      <div className="border-line bg-desk p-4 max-lg:hidden lg:border-r">
        <Skeleton className="mx-auto h-full w-full" />
      </div>
      <div className="space-y-3 p-4">
        <p className="pb-3 text-ink-soft text-small" aria-hidden>
          {words} …
        </p>
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-11/12" />
        <Skeleton className="h-4 w-10/12" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    </div>
  );
}
