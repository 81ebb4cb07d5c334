import type { Role } from '#lib/access/index.ts';

/** How a role is called, and in short what it is for. */
export const roleWords: Record<Role, { label: string; about: string }> = {
  owner: { label: 'Owner', about: 'everything, also deleting the workspace' },
  admin: { label: 'Admin', about: 'members, API tokens and settings' },
  editor: { label: 'Editor', about: 'upload, correct, approve' },
  viewer: { label: 'Viewer', about: 'read, search, export' },
};
