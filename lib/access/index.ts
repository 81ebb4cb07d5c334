export { type Actor, personOf, type RequestOrigin } from './actor.ts';
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
