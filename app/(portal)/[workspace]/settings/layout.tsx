import type { ReactNode } from 'react';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { NavLink } from '../_components/nav-link.tsx';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await params;
  return (
    <PageFrame className="max-w-3xl">
      <nav aria-label="Settings" className="mb-6 flex border-line border-b">
        <NavLink href={`/${workspace}/settings/sessions`}>Sessions</NavLink>
        <NavLink href={`/${workspace}/settings/tokens`}>API tokens</NavLink>
      </nav>
      {children}
    </PageFrame>
  );
}
