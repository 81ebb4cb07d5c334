export type { Actor } from './actor.ts';
export { authorize, type Scope } from './authorize.ts';
export {
  allTokenScopes,
  type Permission,
  permissionMatrix,
  permissionsOf,
  type Role,
  roleMay,
  roles,
  type TokenScope,
  tokenScopes,
} from './permissions.ts';
