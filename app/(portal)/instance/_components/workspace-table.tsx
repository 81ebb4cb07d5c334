import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import type { InstanceWorkspace } from '#lib/instance/index.ts';
import { QuotaCell } from './quota-cell.tsx';
import { Cell, Head, Row, TableFrame } from './table-frame.tsx';

const columns = ['Workspace', 'Members', 'Pages this month', 'Pages ever', 'Originals', 'Pages a month'];

/** All workspaces with what they use, and what they may use. */
export function WorkspaceTable({
  workspaces,
  total,
}: {
  workspaces: readonly InstanceWorkspace[];
  total: number;
}) {
  return (
    <section aria-labelledby="workspaces">
      <h2 id="workspaces" className="text-large">
        Workspaces
      </h2>
      <p className="mb-3 text-ink-soft text-small">
        {plural(total, 'workspace')}
        {total > workspaces.length ? `; the first ${workspaces.length} are shown` : ''}. A workspace that has
        had its pages of a month (UTC) read has nothing more accepted until the next one begins.
      </p>
      <TableFrame label="Workspaces">
        <Head names={columns} />
        <tbody className="divide-y divide-line max-sm:block">
          {workspaces.map((workspace) => (
            <WorkspaceRow key={workspace.id} workspace={workspace} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

function WorkspaceRow({ workspace }: { workspace: InstanceWorkspace }) {
  const { id, slug, name, deletedAt, members, pagesThisMonth, pages, documentBytes, monthlyPageQuota } =
    workspace;
  return (
    <Row
      name={
        <>
          <span className="font-medium">{name}</span>
          <span className="block text-fine text-ink-soft">
            /{slug}
            {deletedAt ? (
              <>
                {' '}
                · <span className="text-bad">deleted</span> <RelativeTime at={deletedAt.toISOString()} />
              </>
            ) : null}
          </span>
        </>
      }
    >
      <Cell column="Members" isNumber>
        {members.toLocaleString('en')}
      </Cell>
      <Cell column="Pages this month" isNumber>
        {pagesThisMonth.toLocaleString('en')}
      </Cell>
      <Cell column="Pages ever" isNumber>
        {pages.toLocaleString('en')}
      </Cell>
      <Cell column="Originals" isNumber>
        {sizeInWords(documentBytes)}
      </Cell>
      <Cell column="Pages a month" isNumber>
        {deletedAt ? '–' : <QuotaCell workspaceId={id} name={name} pages={monthlyPageQuota} />}
      </Cell>
    </Row>
  );
}
