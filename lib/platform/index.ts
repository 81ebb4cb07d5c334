export { addressKey } from './address-key.ts';
export { type Clock, systemClock } from './clock.ts';
export { type Config, ConfigError, config, inheritedEnvironment, loadConfig } from './config.ts';
export { derive, isSameProof, randomToken, seal, sha256, unseal } from './crypto.ts';
export { closeDatabase, inTransaction, type Tx } from './database.ts';
export {
  AppError,
  Conflict,
  type FieldProblem,
  Forbidden,
  InvalidInput,
  LimitReached,
  NotFound,
  Unauthenticated,
  Unavailable,
} from './errors.ts';
export { idFrom, newId } from './ids.ts';
export { likeLiteral } from './like-literal.ts';
export { beyond, howManyFit, inListOrder, type Page, type Position, pageOf } from './list-page.ts';
export { logger } from './logger.ts';
export { isPrivateLiteral } from './outbound-address.ts';
export { OutboundError } from './outbound-error.ts';
export { type OutboundAnswer, type OutboundRequest, outboundFetch } from './outbound-fetch.ts';
export { portalToken } from './portal-token.ts';
export { deleteExpiredRateLimits, rateLimit, requireTurn } from './rate-limit.ts';
export { everySecret, openSealed, sealedAnew, sealText } from './sealed.ts';
export { storableJson, storableText } from './storable.ts';
