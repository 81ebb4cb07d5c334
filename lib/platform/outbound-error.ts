/** Why a request to the outside failed; the message is a sentence that names the host. */
export class OutboundError extends Error {
  override name = 'OutboundError';
}
