import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { getWorkspace } from '#lib/accounts/index.ts';
import { type AccountWire, operations } from '#lib/contracts/index.ts';

const get = defineRoute(operations.getAccount, async ({ scope }) => {
  const { slug, name } = await getWorkspace(scope);
  const account: AccountWire = {
    type: 'organization',
    username: slug,
    name,
    github_url: null,
    avatar_url: null,
  };
  return { body: account };
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });
