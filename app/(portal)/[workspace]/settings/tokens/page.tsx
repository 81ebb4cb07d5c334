import type { Metadata } from 'next';
import Link from 'next/link';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { orderedScopes } from '#app/_ui/token-scopes.ts';
import { authorize, mayGrant, roleMay } from '#lib/access/index.ts';
import { listApiTokens } from '#lib/accounts/index.ts';
import { NewToken } from './_components/new-token.tsx';
import { TokenList } from './_components/token-list.tsx';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  if (!roleMay(workspace.role, 'token:manage')) return <NotAllowed />;
  const scope = authorize(actor, workspace.id, 'token:manage');
  const tokens = await listApiTokens(scope);
  return (
    <>
      <h1 className="text-title">API tokens</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        With a token, programs work in the name of this workspace: treat it like a password. What they can do
        is told in the{' '}
        <Link href="/api/docs" className="font-medium text-accent underline">
          API reference
        </Link>
        .
      </p>
      <NewToken offered={orderedScopes.filter((each) => mayGrant(scope, each))} />
      <TokenList
        tokens={tokens.map(({ createdAt, lastUsedAt, expiresAt, ...token }) => ({
          ...token,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          expiresAt: expiresAt?.toISOString() ?? null,
        }))}
      />
    </>
  );
}

function NotAllowed() {
  return (
    <>
      <h1 className="mb-4 text-title">API tokens</h1>
      <Notice tone="info" title="Only owners and admins manage API tokens">
        <p>Ask an owner or admin of this workspace for a token.</p>
      </Notice>
    </>
  );
}
