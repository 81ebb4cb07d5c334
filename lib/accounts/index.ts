export { actorOfSession, type SessionHolder, type WorkspaceOfUser } from './actor-of-session.ts';
export type { Admission } from './admit.ts';
export type { ApiTokenSummary, NewApiToken } from './api-token.ts';
export { authenticateToken } from './authenticate-token.ts';
export { createApiToken } from './create-api-token.ts';
export { createPerson, type NewPerson } from './create-person.ts';
export { deviceInWords } from './device.ts';
export { ensureFirstOwner } from './ensure-first-owner.ts';
export { extendSession } from './extend-session.ts';
export { getWorkspace } from './get-workspace.ts';
export { isSessionLiving } from './is-session-living.ts';
export { isSetUp } from './is-set-up.ts';
export { keepPortalToken } from './keep-portal-tokens.ts';
export { listApiTokens } from './list-api-tokens.ts';
export { listSessions, type SessionSummary } from './list-sessions.ts';
export { lockLivingWorkspace, lockStanding } from './lock-standing.ts';
export { requestMailedLink, requestPasswordReset } from './mailed-links/request-link.ts';
export { type MailedLinkOutcome, signInByMailedLink } from './mailed-links/sign-in-by-mailed-link.ts';
export { whoseLink } from './mailed-links/whose-link.ts';
export {
  type OidcClaims,
  type OidcOutcome,
  type OidcRefusal,
  signInWithOidc,
} from './oidc/sign-in-with-oidc.ts';
export { type OpenedSession, openSession } from './open-session.ts';
export { addPasskey } from './passkeys/add-passkey.ts';
export { beginPasskey } from './passkeys/begin-passkey.ts';
export { beginPasskeySignIn } from './passkeys/begin-passkey-sign-in.ts';
export { listPasskeys } from './passkeys/list-passkeys.ts';
export type { PasskeySummary, RelyingParty } from './passkeys/passkey.ts';
export { removePasskey } from './passkeys/remove-passkey.ts';
export { renamePasskey } from './passkeys/rename-passkey.ts';
export { type PasskeyOutcome, signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
export { changePassword } from './passwords/change-password.ts';
export { makeResetLink, type ResetLink } from './passwords/make-reset-link.ts';
export { newPasswordHash } from './passwords/new-password-hash.ts';
export { resetPassword } from './passwords/reset-password.ts';
export { changeProfile } from './profile/change-profile.ts';
export { getProfile } from './profile/get-profile.ts';
export { requireTry, tooManyTries } from './require-try.ts';
export { revokeApiToken } from './revoke-api-token.ts';
export { revokeOtherSessions, revokeSession } from './revoke-session.ts';
export { beginSecondFactor } from './second-factor/begin-second-factor.ts';
export { confirmSecondFactor } from './second-factor/confirm-second-factor.ts';
export { endSecondFactor } from './second-factor/end-second-factor.ts';
export { type FinishOutcome, finishSignIn, isSignInStepLiving } from './second-factor/finish-sign-in.ts';
export { renewRecoveryCodes } from './second-factor/renew-recovery-codes.ts';
export { SESSION_LIFETIME_SECONDS } from './session.ts';
export { setUpFirstOwner } from './set-up-first-owner.ts';
export { type SignInOutcome, signIn } from './sign-in.ts';
export type { SignInMethod } from './sign-in-method.ts';
export { signOut } from './sign-out.ts';
export { sweepAccounts } from './sweep-accounts.ts';
export { findUser, findUserByEmail, type UserSummary } from './user.ts';
export { type WaysIn, waysIn } from './ways-in.ts';
export { whyClosed } from './why-closed.ts';
export {
  deleteMembership,
  findRole,
  hasOtherOwner,
  insertMembership,
  lockWorkspace,
} from './workspace-store.ts';
