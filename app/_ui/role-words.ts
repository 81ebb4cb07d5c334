import type { Role } from '#lib/access/index.ts';

/** How a role is called where it stands alone. */
export const roleWords: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  editor: 'Editor',
  viewer: 'Viewer',
};
