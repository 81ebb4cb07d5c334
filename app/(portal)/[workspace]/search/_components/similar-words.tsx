import type { SearchAnswer } from '#lib/contracts/index.ts';

type Props = { query: string } & Pick<SearchAnswer, 'similar'>;

/** Says that what follows is not what was asked for, and what it is instead. */
export function SimilarWords({ query, similar }: Props) {
  if (similar.length === 0) return null;
  return (
    <div className="rounded-normal bg-accent-wash px-4 py-3">
      <p className="font-medium [overflow-wrap:anywhere]">
        Nothing matches “{query}” exactly. Shown instead:
      </p>
      <ul className="mt-1 text-ink-soft text-small">
        {similar.map(({ word, instead }) => (
          <li key={word}>
            {word} → {instead.join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
