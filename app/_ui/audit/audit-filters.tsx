import { Download } from 'lucide-react';
import Form from 'next/form';
import Link from 'next/link';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { SelectField } from '#app/_ui/select-field.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { actGroups } from '#lib/audit/index.ts';
import type { AuditChoice } from '#lib/contracts/index.ts';

type Props = {
  /** The page's own path; the choice goes into its query. */
  path: string;
  choice: AuditChoice;
  /** Whose acts can be chosen; without it, the field is left out. */
  actors?: readonly { kind: 'user' | 'token'; id: string; name: string }[];
  /** Where the whole list is had as a file. */
  csvAddress: string;
};

/** Narrows the trail. What is chosen stands in the address, so that a view is a link. */
export function AuditFilters({ path, choice, actors, csvAddress }: Props) {
  const isNarrowed = Object.values(choice).some((value) => value !== undefined);
  return (
    <Form
      // The fields begin anew when the address changes.
      key={JSON.stringify(choice)}
      action={path}
      aria-label="Narrow the audit trail"
      className="mb-4 grid grid-cols-2 items-end gap-3 rounded-large border border-line bg-sheet p-4 shadow-sheet md:grid-cols-3"
    >
      {actors ? <ActorField actors={actors} chosen={choice.who} /> : null}
      <SelectField label="About" name="about" defaultValue={choice.about ?? ''}>
        <option value="">Everything</option>
        {Object.entries(actGroups).map(([group, label]) => (
          <option key={group} value={group}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Done to"
        name="target"
        defaultValue={choice.target}
        placeholder="Part of a name"
        className="max-md:col-span-2"
      />
      <TextField label="From" name="from" type="date" defaultValue={choice.from} />
      <TextField label="To" name="to" type="date" defaultValue={choice.to} />
      <div className="flex flex-wrap gap-2 max-md:col-span-2">
        <button type="submit" className={buttonStyle({ variant: 'primary' })}>
          Show
        </button>
        {isNarrowed ? (
          <Link href={path} className={buttonStyle()}>
            Show all
          </Link>
        ) : null}
        <a href={csvAddress} download className={buttonStyle({ variant: 'quiet' })}>
          <Download aria-hidden className="size-4" />
          CSV
        </a>
      </div>
    </Form>
  );
}

function ActorField({
  actors,
  chosen,
}: {
  actors: NonNullable<Props['actors']>;
  chosen: string | undefined;
}) {
  const isKnown = chosen === undefined || actors.some(({ id }) => id === chosen);
  return (
    <SelectField label="Who" name="who" defaultValue={chosen ?? ''}>
      <option value="">Everybody</option>
      {isKnown ? null : <option value={chosen}>Somebody who is gone</option>}
      {(['user', 'token'] as const).map((kind) => (
        <optgroup key={kind} label={kind === 'user' ? 'People' : 'API tokens'}>
          {actors
            .filter((actor) => actor.kind === kind)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
