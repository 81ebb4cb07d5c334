import Link from 'next/link';
import { cursorOf } from '#app/_http/list-page.ts';
import { buttonStyle } from '#app/_ui/button-style.ts';
import type { AuditEntry } from '#lib/audit/index.ts';
import { type AuditChoice, auditQuery } from '#lib/contracts/index.ts';
import type { Page } from '#lib/predictions/index.ts';
import { AuditRow } from './audit-row.tsx';

type Props = {
  path: string;
  choice: AuditChoice;
  page: Page<AuditEntry>;
  /** Where what an act was done to is to be seen; null when it is gone, or has no page. */
  linkTo?: (entry: AuditEntry) => string | null;
  /** What the workspace of an act is called; for the trail of the whole installation. */
  workspaceName?: (workspaceId: string) => string;
};

/** One page of the trail, newest first, and the ways to its neighbours. */
export function AuditList({ path, choice, page: { items, newer, older }, linkTo, workspaceName }: Props) {
  return (
    <>
      <ol className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
        {items.map((entry) => (
          <AuditRow
            key={entry.id}
            entry={entry}
            href={linkTo?.(entry) ?? null}
            actorHref={entry.actor.id ? `${path}?${auditQuery({ ...choice, who: entry.actor.id })}` : null}
            workspace={entry.workspaceId && workspaceName ? workspaceName(entry.workspaceId) : null}
          />
        ))}
      </ol>
      {newer || older ? (
        <nav aria-label="Further acts" className="mt-4 flex justify-between gap-3">
          {newer ? (
            <Link href={`${path}?${auditQuery(choice, cursorOf(newer))}`} className={buttonStyle()}>
              Newer
            </Link>
          ) : (
            <span />
          )}
          {older ? (
            <Link href={`${path}?${auditQuery(choice, cursorOf(older))}`} className={buttonStyle()}>
              Older
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
