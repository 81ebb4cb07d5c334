import type { Permission } from '#lib/access/index.ts';

/** What each permission lets people do, in the order in which the table shows it. */
export const permissionWords: Record<Permission, string> = {
  'workspace:read': 'Open the workspace',
  'document:read': 'See, search and export documents',
  'job:read': 'Watch documents being read',
  'member:read': 'See who is a member',
  'document:write': 'Upload, sort and delete documents',
  'job:write': 'Have documents read, and read again',
  'review:write': 'Correct, comment and approve',
  'prediction:read': 'See predictions of the API',
  'prediction:write': 'Run and cancel predictions',
  'file:read': 'See files sent to the API',
  'file:write': 'Send and delete files of the API',
  'webhook:read': 'See webhooks',
  'webhook:replay': 'Send webhooks again',
  'webhook:manage': 'See and replace the signing secret',
  'token:manage': 'Make and revoke API tokens',
  'member:manage': 'Invite, change and remove members',
  'usage:read': 'See usage',
  'audit:read': 'See the audit trail',
  'workspace:update': 'Rename the workspace',
  'workspace:manage': 'Hand over and delete the workspace',
};
