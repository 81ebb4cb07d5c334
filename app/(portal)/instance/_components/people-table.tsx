import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural } from '#app/_ui/words.ts';
import type { InstancePerson } from '#lib/instance/index.ts';
import { ResetLink } from './reset-link.tsx';
import { Cell, Head, Row, TableFrame } from './table-frame.tsx';

/** Everybody who has an account. */
export function PeopleTable({ people, total }: { people: readonly InstancePerson[]; total: number }) {
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="text-large">
        People
      </h2>
      <p className="mb-3 text-ink-soft text-small">
        {plural(total, 'account')}
        {total > people.length ? `; the ${people.length} last seen are shown` : ''}.
      </p>
      <TableFrame label="People">
        <Head names={['Person', 'Workspaces', 'Joined', 'Last seen', 'Help']} />
        <tbody className="divide-y divide-line max-sm:block">
          {people.map(({ id, name, email, isInstanceOwner, workspaces, createdAt, lastSeenAt }) => (
            <Row
              key={id}
              name={
                <>
                  <span className="font-medium">{name}</span>
                  {isInstanceOwner ? <span className="text-ink-soft"> (looks after Lectern)</span> : null}
                  <span className="block text-fine text-ink-soft">{email}</span>
                </>
              }
            >
              <Cell column="Workspaces" isNumber>
                {workspaces.toLocaleString('en')}
              </Cell>
              <Cell column="Joined" isNumber>
                <RelativeTime at={createdAt.toISOString()} />
              </Cell>
              <Cell column="Last seen" isNumber>
                {lastSeenAt ? <RelativeTime at={lastSeenAt.toISOString()} /> : '–'}
              </Cell>
              <Cell column="Help">
                <ResetLink userId={id} name={name} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
