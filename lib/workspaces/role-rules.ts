import { type Role, roles } from '#lib/access/index.ts';
import { Forbidden } from '#lib/platform/index.ts';

/** Roles that somebody with this role may give: none above their own, so that only owners make owners. */
export function rolesGivenBy(own: Role): Role[] {
  return roles.slice(roles.indexOf(own));
}

/** @throws Forbidden unless somebody with the role `own` may give this role to somebody. */
export function requireMayGive(own: Role, role: Role): void {
  if (!rolesGivenBy(own).includes(role)) {
    throw new Forbidden('You can give no role above your own. Ask an owner of the workspace.');
  }
}

/** @throws Forbidden unless somebody with the role `own` may change or remove somebody with this role. */
export function requireMayChange(own: Role, role: Role): void {
  if (!rolesGivenBy(own).includes(role)) {
    throw new Forbidden('Only an owner of the workspace can change or remove its owners.');
  }
}
