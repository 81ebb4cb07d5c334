import { Check, Minus } from 'lucide-react';
import { roleWords } from '#app/_ui/role-words.ts';
import { type Permission, permissionMatrix, roleMay, roles } from '#lib/access/index.ts';
import { permissionWords } from './permission-words.ts';

const permissions = Object.keys(permissionWords).filter(
  (permission): permission is Permission => permission in permissionMatrix,
);

/** The permission matrix as it is enforced. */
export function PermissionTable() {
  return (
    <section className="mt-10">
      <h2 className="font-semibold font-serif text-large">What each role may do</h2>
      <div className="mt-3 overflow-x-auto rounded-large border border-line bg-sheet shadow-sheet">
        <table className="w-full text-small">
          <thead>
            <tr className="border-line border-b text-left">
              <th scope="col" className="p-2 font-medium sm:px-4">
                <span className="sr-only">Permission</span>
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="px-1 py-2 text-center font-medium sm:px-4">
                  {roleWords[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row" className="p-2 text-left font-normal sm:px-4">
                  {permissionWords[permission]}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-1 py-2 text-center sm:px-4">
                    <Mark isAllowed={roleMay(role, permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Mark({ isAllowed }: { isAllowed: boolean }) {
  const Icon = isAllowed ? Check : Minus;
  return (
    <>
      <Icon aria-hidden className={isAllowed ? 'mx-auto size-4 text-good' : 'mx-auto size-4 text-ink-soft'} />
      <span className="sr-only">{isAllowed ? 'yes' : 'no'}</span>
    </>
  );
}
