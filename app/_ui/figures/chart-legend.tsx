import { seriesLooks } from './series-looks.ts';

/** Which line or bar is which. */
export function ChartLegend({ labels, kind }: { labels: readonly string[]; kind: 'lines' | 'bars' }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {labels.map((label, place) => {
        const { color, fill, dash } = seriesLooks[place % seriesLooks.length] ?? seriesLooks[0];
        return (
          <li key={label} className="flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6">
              {kind === 'bars' ? (
                <rect x="6" y="1" width="12" height="10" fill={fill} stroke={color} />
              ) : (
                <>
                  <path d="M0 6h24" stroke={color} strokeWidth="2" strokeDasharray={dash} />
                  <circle cx="12" cy="6" r="3" fill={fill} stroke={color} />
                </>
              )}
            </svg>
            {label}
          </li>
        );
      })}
    </ul>
  );
}
