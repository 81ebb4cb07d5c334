import type { ReactNode } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { roleMay } from '#lib/access/index.ts';
import { NavLink } from '../_components/nav-link.tsx';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function ApiLayout({ children, params }: Props) {
  const { workspace } = await workspaceFromSlug((await params).workspace);
  return (
    <PageFrame className="max-w-4xl">
      {roleMay(workspace.role, 'webhook:read') ? (
        <nav aria-label="API" className="mb-6 flex border-line border-b">
          <NavLink href={`/${workspace.slug}/api`} isAlone>
            First steps
          </NavLink>
          <NavLink href={`/${workspace.slug}/api/webhooks`}>Webhooks</NavLink>
        </nav>
      ) : null}
      {children}
    </PageFrame>
  );
}
