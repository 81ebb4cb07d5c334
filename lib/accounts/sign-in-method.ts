/** How the holder of a session proved who they are. */
export type SignInMethod =
  | 'password'
  /** A password, then a code of the authenticator app or a recovery code. */
  | 'password_and_code'
  | 'mailed_link'
  | 'mailed_link_and_code'
  | 'oidc'
  | 'passkey'
  /** The set-up form, or accepting an invitation as a new person. */
  | 'sign_up';
