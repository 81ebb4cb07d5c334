import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';

const TILES = ['first', 'second', 'third', 'fourth', 'fifth'];
const CHARTS = ['first', 'second', 'third', 'fourth'];

export default function InsightsLoading() {
  return (
    <PageFrame>
      <p role="status" className="sr-only">
        Loading the figures
      </p>
      <h1 className="mb-4 flex min-h-11 items-center text-title">Insights</h1>
      <div className="mb-4 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {TILES.map((tile) => (
          <Skeleton key={tile} className="h-24 rounded-large" />
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        {CHARTS.map((chart) => (
          <Skeleton key={chart} className="h-80 rounded-large" />
        ))}
      </div>
    </PageFrame>
  );
}
