export const roles = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** The permission matrix: which role may do what. The one place that says so. */
export const permissionMatrix = {
  'document:read': ['owner', 'admin', 'editor', 'viewer'],
  'document:write': ['owner', 'admin', 'editor'],
  'job:read': ['owner', 'admin', 'editor', 'viewer'],
  'job:write': ['owner', 'admin', 'editor'],
  'review:write': ['owner', 'admin', 'editor'],
  'prediction:read': ['owner', 'admin', 'editor'],
  'prediction:write': ['owner', 'admin', 'editor'],
  'file:read': ['owner', 'admin', 'editor'],
  'file:write': ['owner', 'admin', 'editor'],
  'webhook:read': ['owner', 'admin'],
  'webhook:replay': ['owner', 'admin'],
  'webhook:manage': ['owner', 'admin'],
  'token:manage': ['owner', 'admin'],
  'member:read': ['owner', 'admin', 'editor', 'viewer'],
  'member:manage': ['owner', 'admin'],
  'audit:read': ['owner', 'admin'],
  'usage:read': ['owner', 'admin'],
  'workspace:read': ['owner', 'admin', 'editor', 'viewer'],
  'workspace:update': ['owner', 'admin'],
  'workspace:manage': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionMatrix;

export function roleMay(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissionMatrix[permission];
  return allowed.includes(role);
}

/** What a token with the scope `admin` may do: all that an admin may. */
const adminPermissions = (Object.keys(permissionMatrix) as Permission[]).filter((permission) =>
  roleMay('admin', permission),
);

/** What an API token may do, by the scopes it carries. */
export const tokenScopes = {
  'predictions:read': ['prediction:read'],
  'predictions:write': ['prediction:read', 'prediction:write'],
  files: ['file:read', 'file:write'],
  webhooks: ['webhook:read'],
  'documents:read': ['document:read', 'job:read'],
  'documents:write': ['document:read', 'document:write', 'job:read', 'job:write', 'review:write'],
  admin: adminPermissions,
} as const satisfies Record<string, readonly Permission[]>;

export type TokenScope = keyof typeof tokenScopes;
export const allTokenScopes = Object.keys(tokenScopes).filter(
  (scope): scope is TokenScope => scope in tokenScopes,
);

/** The scopes of a token that may do no more than this role. */
export function scopesWithin(role: Role): TokenScope[] {
  return allTokenScopes.filter((scope) =>
    tokenScopes[scope].every((permission) => roleMay(role, permission)),
  );
}

/**
 * Scopes that a newer release wrote and this one does not know grant nothing. Every token may ask whose it is and
 * what the service offers.
 */
export function permissionsOf(scopes: readonly string[]): Permission[] {
  const granted = allTokenScopes
    .filter((scope) => scopes.includes(scope))
    .flatMap((scope) => [...tokenScopes[scope]]);
  return [...new Set<Permission>(['workspace:read', ...granted])];
}
