'use client';

import { LogOut, MonitorSmartphone, ServerCog, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLabel, MenuLine } from '#app/_ui/menu.tsx';
import { chooseTheme, parseTheme, type Theme } from '#app/_ui/theme.ts';
import { leave } from '../../_components/leave.ts';
import { useWorkspace } from './workspace-context.tsx';

type Props = { user: { name: string; email: string; looksAfterInstance: boolean }; theme: Theme };

export function UserMenu({ user, theme: initialTheme }: Props) {
  const { slug } = useWorkspace();
  const [theme, setTheme] = useState(initialTheme);
  function choose(value: string) {
    const chosen = parseTheme(value);
    setTheme(chosen);
    chooseTheme(chosen);
  }
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="icon" aria-label={`Your account: ${user.name}`}>
          <UserRound aria-hidden className="size-5" />
        </Button>
      }
    >
      <div className="px-3 py-2 text-small [overflow-wrap:anywhere]">
        <p className="font-medium">{user.name}</p>
        <p className="text-ink-soft">{user.email}</p>
      </div>
      <MenuLine />
      <MenuLabel>Colours</MenuLabel>
      <MenuChoices value={theme} onValueChange={choose}>
        <MenuChoice value="system">As the system</MenuChoice>
        <MenuChoice value="light">Light</MenuChoice>
        <MenuChoice value="dark">Dark</MenuChoice>
      </MenuChoices>
      <MenuLine />
      <MenuItem asChild>
        <Link href={`/${slug}/settings/sessions`}>
          <MonitorSmartphone aria-hidden />
          Where you are signed in
        </Link>
      </MenuItem>
      {user.looksAfterInstance ? (
        <MenuItem asChild>
          <Link href="/instance">
            <ServerCog aria-hidden />
            This installation
          </Link>
        </MenuItem>
      ) : null}
      <MenuItem onSelect={() => void leave()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
