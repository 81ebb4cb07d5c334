import { noSuchOperation } from '#app/_http/portal-api.ts';

export {
  noSuchOperation as GET,
  noSuchOperation as HEAD,
  noSuchOperation as POST,
  noSuchOperation as PUT,
  noSuchOperation as PATCH,
  noSuchOperation as DELETE,
  noSuchOperation as OPTIONS,
};
