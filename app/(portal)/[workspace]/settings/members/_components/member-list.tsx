'use client';

import { classNames } from '#app/_ui/class-names.ts';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { roleWords } from '#app/_ui/role-words.ts';
import type { Role } from '#lib/access/index.ts';
import type { MemberView } from './member-view.ts';
import { RemoveMember } from './remove-member.tsx';
import { RoleChoice } from './role-choice.tsx';

type Props = {
  members: readonly MemberView[];
  /** The reader's own id. */
  me: string;
  /** Roles the reader may give, and change; none for those who do not manage members. */
  givable: readonly Role[];
};

export function MemberList({ members, me, givable }: Props) {
  return (
    <ul
      aria-label="Members"
      className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet"
    >
      {members.map((member) => (
        <li key={member.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium [overflow-wrap:anywhere]">
              {member.name}
              {member.id === me ? <span className="font-normal text-ink-soft"> (you)</span> : null}
            </p>
            <p className="text-ink-soft text-small [overflow-wrap:anywhere]">{member.email}</p>
            <p className="text-ink-soft text-small">
              Joined <RelativeTime at={member.joinedAt} />
              {member.lastSeenAt ? (
                <>
                  , last seen <RelativeTime at={member.lastSeenAt} />
                </>
              ) : null}
            </p>
          </div>
          {givable.includes(member.role) ? (
            // One's own row has no button to remove: its place stays free.
            <div className={classNames('flex items-center gap-2', member.id === me && 'sm:mr-11')}>
              <RoleChoice member={member} isMe={member.id === me} givable={givable} />
              {member.id === me ? null : <RemoveMember member={member} />}
            </div>
          ) : (
            <p className="text-ink-soft text-small">{roleWords[member.role]}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
