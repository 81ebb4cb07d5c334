import { notOffered } from '#app/_http/not-offered.ts';

export {
  notOffered as GET,
  notOffered as HEAD,
  notOffered as POST,
  notOffered as PUT,
  notOffered as PATCH,
  notOffered as DELETE,
  notOffered as OPTIONS,
};
