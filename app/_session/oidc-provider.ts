import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { OidcClaims } from '#lib/accounts/index.ts';
import type { Config } from '#lib/platform/config.ts';

/** OpenID Connect Core 1.0, 5.1. Some providers write booleans as text. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string().transform((text) => text === 'true')]).optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

type ProviderClaims = z.input<typeof claimsSchema>;

/**
 * The operator's provider as next-auth wants to know it: found by discovery, with PKCE, state and nonce. What the ID
 * token leaves out, such as the e-mail address, its userinfo endpoint tells.
 */
export function oidcProvider({
  issuer,
  clientId,
  clientSecret,
  name,
}: NonNullable<Config['oidc']>): OAuthConfig<ProviderClaims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    httpOptions: { timeout: 10_000 },
    userinfo: {
      async request({ client, tokens }) {
        // next-auth's types hide that these are openid-client's tokens, checked by now.
        if (typeof tokens.claims !== 'function') throw new Error('The provider sent no ID token.');
        const claims: Profile = tokens.claims();
        if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return claims;
        const info: Profile = await client.userinfo(tokens.access_token);
        if (info.sub !== claims.sub) throw new Error('The userinfo endpoint speaks of somebody else.');
        return { ...info, ...claims };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** @throws when the provider leaves out who it is or whom it speaks of. */
export function claimsOf(profile: unknown): OidcClaims {
  const claims = claimsSchema.parse(profile);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: claims.email ?? null,
    isEmailVerified: claims.email_verified ?? false,
    name: claims.name ?? claims.preferred_username ?? null,
  };
}
