import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { plural } from '#app/_ui/words.ts';
import { authorize, roleMay } from '#lib/access/index.ts';
import { config } from '#lib/platform/config.ts';
import { getWorkspaceSettings, listMembers } from '#lib/workspaces/index.ts';
import { SettingsSection } from '../_components/settings-section.tsx';
import { DeleteWorkspace } from './_components/delete-workspace.tsx';
import { HandOver } from './_components/hand-over.tsx';
import { LeaveWorkspace } from './_components/leave-workspace.tsx';
import { WorkspaceForm } from './_components/workspace-form.tsx';

export const metadata: Metadata = { title: 'General settings' };

export default async function GeneralPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, user, workspace } = await workspaceFromSlug((await params).workspace);
  const scope = authorize(actor, workspace.id, 'workspace:read');
  const [settings, members] = await Promise.all([getWorkspaceSettings(scope), listMembers(scope)]);
  const { role } = workspace;
  const others = members.filter(({ id }) => id !== user.id);
  const isOnlyOwner = role === 'owner' && !others.some((member) => member.role === 'owner');
  return (
    <>
      <h1 className="text-title">General</h1>
      <p className="mt-1 mb-6 text-ink-soft">{quotaInWords(settings.monthlyPageQuota)}</p>
      <SettingsSection title="Name and address">
        {roleMay(role, 'workspace:update') ? (
          <WorkspaceForm
            name={settings.name}
            slug={settings.slug}
            formerSlugs={settings.formerSlugs}
            host={new URL(config().publicUrl).host}
          />
        ) : (
          <p className="text-ink-soft">
            This workspace is called {settings.name}. Its owners and admins can rename it.
          </p>
        )}
      </SettingsSection>
      {role === 'owner' ? (
        <SettingsSection title="Hand over" about="Another member becomes owner, and you become an admin.">
          <HandOver members={others.map(({ id, name }) => ({ id, name }))} />
        </SettingsSection>
      ) : null}
      <SettingsSection
        title="Leave"
        about="You see nothing of this workspace any more, until somebody invites you again. What you made here stays."
      >
        <LeaveWorkspace isOnlyOwner={isOnlyOwner} />
      </SettingsSection>
      {roleMay(role, 'workspace:manage') ? (
        <SettingsSection
          title="Delete"
          about="Nobody can open the workspace any more, and its API tokens stop working. For thirty days its owners can restore it from their list of workspaces. Then everything in it is gone for good."
        >
          <DeleteWorkspace />
        </SettingsSection>
      ) : null}
    </>
  );
}

function quotaInWords(monthlyPageQuota: number | null): string {
  if (monthlyPageQuota === null) return 'Any number of pages can be read here in a month.';
  return `Up to ${plural(monthlyPageQuota, 'page')} can be read here in a month.`;
}
