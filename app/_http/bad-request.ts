/** The request cannot be understood at all; `message` is the reply's detail. */
export class BadRequest extends Error {
  override name = 'BadRequest';
}
