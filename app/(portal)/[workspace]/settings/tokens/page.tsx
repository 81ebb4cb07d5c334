import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import { listApiTokens } from '#lib/accounts/index.ts';
import { NewToken } from './_components/new-token.tsx';
import { TokenList } from './_components/token-list.tsx';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { actor, workspace } = await workspaceFromSlug((await params).workspace);
  if (!roleMay(workspace.role, 'token:manage')) return <NotAllowed />;
  const tokens = await listApiTokens(authorize(actor, workspace.id, 'token:manage'));
  return (
    <>
      <h1 className="text-title">API tokens</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        With a token, programs read documents in the name of this workspace. Treat it like a password.
      </p>
      <NewToken />
      <TokenList
        tokens={tokens.map(({ id, name, prefix, createdAt, createdBy, lastUsedAt }) => ({
          id,
          name,
          prefix,
          createdBy,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
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
