import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { plural } from '#app/_ui/words.ts';
import { authorize, roleMay } from '#lib/access/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { listMembersInDetail, rolesGivenBy } from '#lib/workspaces/index.ts';
import { Invitations } from './_components/invitations.tsx';
import { InviteForm } from './_components/invite-form.tsx';
import { MemberList } from './_components/member-list.tsx';
import { PermissionTable } from './_components/permission-table.tsx';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, user, workspace } = await workspaceFromSlug((await params).workspace);
  const members = await listMembersInDetail(authorize(actor, workspace.id, 'member:read'));
  const mayManage = roleMay(workspace.role, 'member:manage');
  const byMail = canSendMail();
  const givable = mayManage ? rolesGivenBy(workspace.role) : [];
  return (
    <>
      <h1 className="text-title">Members</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        {plural(members.length, 'person', 'people')} can open this workspace.
        {mayManage ? null : ' Its owners and admins invite others.'}
      </p>
      {mayManage ? <InviteForm givable={givable} byMail={byMail} /> : null}
      <MemberList
        me={user.id}
        givable={givable}
        members={members.map(({ joinedAt, lastSeenAt, ...member }) => ({
          ...member,
          joinedAt: joinedAt.toISOString(),
          lastSeenAt: lastSeenAt?.toISOString() ?? null,
        }))}
      />
      {mayManage ? (
        <Invitations
          scope={authorize(actor, workspace.id, 'member:manage')}
          givable={givable}
          byMail={byMail}
        />
      ) : null}
      <PermissionTable />
    </>
  );
}
