import type { ReactNode } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { type Permission, type Role, roleMay } from '#lib/access/index.ts';
import { type SettingsGroup, SettingsNav } from './_components/settings-nav.tsx';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await workspaceFromSlug((await params).workspace);
  return (
    <PageFrame className="max-w-5xl">
      <div className="grid gap-6 lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-10">
        <div className="min-w-0">
          <SettingsNav groups={groupsFor(workspace)} />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </PageFrame>
  );
}

/** The links that lead to something for this role; each page checks again. */
function groupsFor({ slug, role }: { slug: string; role: Role }): SettingsGroup[] {
  const link = (place: string, label: string, permission?: Permission) =>
    permission && !roleMay(role, permission) ? [] : [{ href: `/${slug}/settings/${place}`, label }];
  return [
    {
      label: 'You',
      links: [
        ...link('profile', 'Profile'),
        ...link('security', 'Security'),
        ...link('sessions', 'Sessions'),
      ],
    },
    {
      label: 'Workspace',
      links: [
        ...link('general', 'General', 'workspace:read'),
        ...link('members', 'Members', 'member:read'),
        ...link('tokens', 'API tokens', 'token:manage'),
        ...link('usage', 'Usage', 'usage:read'),
        ...link('audit', 'Audit trail', 'audit:read'),
      ],
    },
  ];
}
