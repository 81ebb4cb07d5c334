import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { readingLanguages } from '#lib/jobs/index.ts';

const list = definePortalRoute(portalOperations.listLanguages, async () => ({
  body: {
    results: readingLanguages().map(({ code, name, nativeName }) => ({
      code,
      name,
      native_name: nativeName,
    })),
  },
}));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: list });
