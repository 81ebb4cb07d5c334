export { type Actor, callerKey, personOf, type RequestOrigin, tokenOf } from './actor.ts';
export { authorize, mayGrant, type Scope } from './authorize.ts';
export { authorizeInstance, type InstanceScope, operatorScope } from './authorize-instance.ts';
export {
  allTokenScopes,
  type Permission,
  permissionMatrix,
  permissionsOf,
  type Role,
  roleMay,
  roles,
  scopesWithin,
  type TokenScope,
  tokenScopes,
} from './permissions.ts';
