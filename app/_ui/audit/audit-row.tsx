import Link from 'next/link';
import { Fragment } from 'react';
import { DateTime } from '#app/_ui/date-time.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { deviceInWords } from '#lib/accounts/index.ts';
import { type AuditEntry, actInWords } from '#lib/audit/index.ts';
import { detailsInWords } from './audit-words.ts';

type Props = {
  entry: AuditEntry;
  href: string | null;
  /** Shows what they did alone. */
  actorHref: string | null;
  workspace: string | null;
};

/** Who did what to what, when, and from where. */
export function AuditRow({ entry, href, actorHref, workspace }: Props) {
  const { createdAt, ipAddress, userAgent } = entry;
  const at = createdAt.toISOString();
  const more = detailsInWords(entry);
  // An IPv4 address may come in the clothes of IPv6.
  const address = ipAddress?.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const place = [workspace, address, userAgent ? deviceInWords(userAgent) : null].filter(Boolean);
  return (
    <li className="grid gap-x-6 gap-y-1 px-3 py-3 sm:grid-cols-[minmax(0,1fr)_11rem] sm:px-4">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p>
          <ActorName entry={entry} href={actorHref} /> <Sentence entry={entry} href={href} />
        </p>
        {more.length > 0 ? (
          <p className="text-ink-soft text-small">
            {more.map(({ name, words, isMoment }, index) => (
              <Fragment key={name}>
                {index > 0 ? ' · ' : null}
                {name}: {isMoment ? <DateTime at={words} /> : words}
              </Fragment>
            ))}
          </p>
        ) : null}
      </div>
      <div className="text-ink-soft text-small sm:text-right">
        <p>
          <RelativeTime at={at} />
          <span className="text-fine sm:block">
            <span className="sm:hidden"> · </span>
            <DateTime at={at} />
          </span>
        </p>
        {place.length > 0 ? (
          <p className="text-fine [overflow-wrap:anywhere]" title={userAgent ?? undefined}>
            {place.join(' · ')}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function ActorName({ entry: { actor }, href }: { entry: AuditEntry; href: string | null }) {
  if (actor.kind === 'system') return <span className="font-medium">Lectern</span>;
  if (actor.kind === 'nobody') return <span className="font-medium">Somebody</span>;
  const name = actor.name ?? (actor.kind === 'user' ? 'A person' : 'An API token');
  const kind = actor.kind === 'token' ? <span className="text-ink-soft text-small"> (API token)</span> : null;
  return (
    <>
      {href ? (
        <Link
          href={href}
          title={`Show what ${name} did`}
          className="font-medium hover:text-accent hover:underline"
        >
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      {kind}
    </>
  );
}

function Sentence({ entry: { act, target, actor }, href }: { entry: AuditEntry; href: string | null }) {
  const { before, after } = actInWords(act);
  // Whoever signs in does so to their own account, which need not be said twice.
  const named = target?.id === actor.id ? null : (target?.name ?? null);
  const what =
    named === null ? null : href ? (
      <Link href={href} className="text-accent underline underline-offset-2">
        {named}
      </Link>
    ) : (
      <span className="font-medium">{named}</span>
    );
  // Whoever did not get in had named somebody's account.
  const as = what && actor.kind === 'nobody' ? 'as ' : '';
  return (
    <>
      {before} {as}
      {what} {after}
    </>
  );
}
