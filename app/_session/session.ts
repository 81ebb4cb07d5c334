import { headers } from 'next/headers';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { cache } from 'react';
import { actorOfSession, type SessionHolder, type WorkspaceOfUser } from '#lib/accounts/index.ts';
import { isReservedSlug } from '#lib/contracts/index.ts';
import { Unauthenticated } from '#lib/platform/errors.ts';
import { requestOrigin } from './request-origin.ts';
import { requestedPath } from './requested-path.ts';
import { readSessionCookie } from './session-jar.ts';

/** Who is signed in, or null. Asked once for each request, however many parts of a page want to know. */
export const currentSession = cache(async (): Promise<SessionHolder | null> => {
  const token = await readSessionCookie();
  return token ? actorOfSession(token, undefined, requestOrigin(await headers())) : null;
});

/** For actions. @throws Unauthenticated */
export async function requireActor(): Promise<SessionHolder> {
  const session = await currentSession();
  if (!session) throw new Unauthenticated('Your session has ended. Sign in to go on.');
  return session;
}

/** For pages outside workspaces. Leads to the sign-in page without a session, and from there back. */
export async function personForPage(): Promise<SessionHolder> {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(await requestedPath())}`);
  return session;
}

/**
 * For pages: the workspace named in the path and the person who looks at it. Leads to the sign-in page without
 * a session, and from there back to the very page; from an address that the workspace had before to the same page at
 * its present one; and to `not found` when the workspace is none of theirs.
 */
export async function workspaceFromSlug(
  slug: string,
): Promise<SessionHolder & { workspace: WorkspaceOfUser }> {
  if (isReservedSlug(slug)) notFound();
  const session = await personForPage();
  const workspace = session.workspaces.find((candidate) => candidate.slug === slug);
  if (!workspace) return leadToNewAddress(session.workspaces, slug);
  return { ...session, workspace };
}

async function leadToNewAddress(workspaces: readonly WorkspaceOfUser[], slug: string): Promise<never> {
  const moved = workspaces.find(({ formerSlugs }) => formerSlugs.includes(slug));
  if (!moved) notFound();
  const path = await requestedPath();
  const rest = path.startsWith(`/${slug}`) ? path.slice(slug.length + 1) : '';
  permanentRedirect(`/${moved.slug}${rest}`);
}
