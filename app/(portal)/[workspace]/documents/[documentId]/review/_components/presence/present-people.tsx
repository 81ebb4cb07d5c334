import type { Person } from '#lib/contracts/index.ts';

const MOST_SHOWN = 4;

/** Others who have the same page open. */
export function PresentPeople({ people }: { people: readonly Person[] }) {
  const names = people.map(({ name }) => name).join(', ');
  return (
    <div role="status" title={names === '' ? undefined : `Also on this page: ${names}`}>
      {people.length > 0 ? <span className="sr-only">Also on this page: {names}</span> : null}
      <span aria-hidden className="-space-x-1.5 flex">
        {people.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <span
            key={id}
            className="grid size-8 place-items-center rounded-full border-2 border-sheet bg-accent-wash font-semibold text-accent text-fine"
          >
            {initialsOf(name)}
          </span>
        ))}
        {people.length > MOST_SHOWN ? (
          <span className="grid size-8 place-items-center rounded-full border-2 border-sheet bg-well text-fine">
            +{people.length - MOST_SHOWN}
          </span>
        ) : null}
      </span>
    </div>
  );
}

/** Of the first and the last of the names. */
function initialsOf(name: string): string {
  const names = name.split(/\s+/u).filter(Boolean);
  const ends = names.length > 1 ? [names.at(0), names.at(-1)] : names;
  return ends.map((part = '') => [...part][0]?.toUpperCase() ?? '').join('');
}
