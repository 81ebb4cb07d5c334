import type { Metadata } from 'next';
import Link from 'next/link';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { roleMay } from '#lib/access/index.ts';
import { config } from '#lib/platform/config.ts';
import { CodeSample } from './_components/code-sample.tsx';
import { curlSample, javascriptSample } from './_components/samples.ts';

export const metadata: Metadata = { title: 'API' };

export default async function ApiPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await workspaceFromSlug((await params).workspace);
  const baseUrl = `${config().publicUrl}/v1`;
  return (
    <div className="space-y-8">
      <div className="space-y-2">
        <h1 className="text-title">Use the API</h1>
        <p className="text-ink-soft">
          Lectern speaks Replicate’s predictions API: its clients work unchanged once they know this address
          and have a token.
        </p>
      </div>
      <section className="space-y-3">
        <h2 className="text-large">Address</h2>
        <CodeSample label="The address" code={baseUrl} />
      </section>
      <p>
        Every call is described in the{' '}
        <Link href="/api/docs" className="font-medium text-accent underline">
          API reference
        </Link>
        .
      </p>
      <section className="space-y-3">
        <h2 className="text-large">Token</h2>
        <p>
          Make one under{' '}
          <Link href={`/${workspace.slug}/settings/tokens`} className="font-medium text-accent underline">
            Settings, API tokens
          </Link>{' '}
          and keep it in the variable <code className="font-mono text-small">LECTERN_TOKEN</code>.
        </p>
      </section>
      <section className="space-y-3">
        <h2 className="text-large">From the command line</h2>
        <p>Send an image or a PDF, wait, and find its text in the field “output” of the answer.</p>
        <CodeSample label="The command" code={curlSample(baseUrl)} />
      </section>
      <section className="space-y-3">
        <h2 className="text-large">From JavaScript</h2>
        <p>
          With the official client from npm:{' '}
          <code className="font-mono text-small">npm install replicate</code>
        </p>
        <CodeSample label="The program" code={javascriptSample(baseUrl)} />
      </section>
      {roleMay(workspace.role, 'webhook:read') ? (
        <section className="space-y-3">
          <h2 className="text-large">Be told instead of asking</h2>
          <p>
            Give a prediction the address of your program as{' '}
            <code className="font-mono text-small">webhook</code>, and it is told when the prediction has
            ended.{' '}
            <Link href={`/${workspace.slug}/api/webhooks`} className="font-medium text-accent underline">
              See what was sent
            </Link>
            , and find the secret that signs it.
          </p>
        </section>
      ) : null}
    </div>
  );
}
