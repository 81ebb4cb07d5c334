import { problemReply } from '#app/_http/problem.ts';
import { NotFound } from '#lib/platform/errors.ts';

async function notFound(): Promise<Response> {
  return problemReply(new NotFound('The requested resource could not be found.'));
}

export {
  notFound as GET,
  notFound as HEAD,
  notFound as POST,
  notFound as PUT,
  notFound as PATCH,
  notFound as DELETE,
  notFound as OPTIONS,
};
