import type { Metadata } from 'next';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { apiReference, curlSample, portalApi, predictionsApi } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';
import { offeredModels } from '#lib/predictions/index.ts';
import { ModelEntry } from './_components/model-entry.tsx';
import { ReferencePart } from './_components/reference-part.tsx';

export const metadata: Metadata = { title: 'API reference' };

const link = 'font-medium text-accent underline';
const code = 'font-mono text-small';

/** For everybody, as the OpenAPI documents are, from which it is made. */
export default function ApiReferencePage() {
  const { publicUrl } = config();
  return (
    <PageFrame className="max-w-5xl space-y-10">
      <SkipLink />
      <header className="space-y-4">
        <Wordmark />
        <h1 className="font-serif text-display">API reference</h1>
        <p className="max-w-prose text-ink-soft">
          There are two APIs. Both take a token as <code className={code}>Authorization: Bearer …</code>. The{' '}
          <a href="#predictions-api" className={link}>
            predictions API
          </a>{' '}
          has files read, and is Replicate’s; the{' '}
          <a href="#portal-api" className={link}>
            portal’s API
          </a>{' '}
          is about documents, and does what people do here. For programs both are described at{' '}
          <a href="/api/v1/openapi.json" className={link}>
            /api/v1/openapi.json
          </a>
          , the first alone at{' '}
          <a href="/v1/openapi.json" className={link}>
            /v1/openapi.json
          </a>
          .
        </p>
      </header>
      <main id="main" tabIndex={-1} className="space-y-16">
        <ReferencePart id="predictions-api" title="The predictions API" groups={apiReference(predictionsApi)}>
          <p className="max-w-prose text-ink-soft">
            Lectern speaks Replicate’s predictions API at <code className={code}>{publicUrl}/v1</code>: its
            official clients work unchanged.
          </p>
          <section aria-labelledby="inputs" className="space-y-4">
            <h3 id="inputs" className="scroll-mt-4 text-large">
              What models take
            </h3>
            {offeredModels().map((model) => (
              <ModelEntry key={model.name} model={model} />
            ))}
          </section>
        </ReferencePart>
        <ReferencePart
          id="portal-api"
          title="The portal’s API"
          groups={apiReference(portalApi)}
          sampleOf={(entry) => curlSample(entry, publicUrl)}
        >
          <p className="max-w-prose text-ink-soft">
            At <code className={code}>{publicUrl}/api/v1</code>. Long lists come in parts:{' '}
            <code className={code}>next_cursor</code> of one is the <code className={code}>cursor</code> of
            the next. A problem has a <code className={code}>kind</code>, one word for programs. The commands
            want the token in the variable <code className={code}>LECTERN_TOKEN</code>, and ids in variables
            of their names, such as <code className={code}>DOCUMENT_ID</code>.
          </p>
        </ReferencePart>
      </main>
    </PageFrame>
  );
}
