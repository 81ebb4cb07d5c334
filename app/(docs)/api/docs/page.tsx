import type { Metadata } from 'next';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { apiReference } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';
import { offeredModels } from '#lib/predictions/index.ts';
import { ModelEntry } from './_components/model-entry.tsx';
import { OperationEntry } from './_components/operation-entry.tsx';

export const metadata: Metadata = { title: 'API reference' };

/** For everybody, as `/v1/openapi.json` is, from which it is made. */
export default function ApiReferencePage() {
  const groups = apiReference();
  const code = 'font-mono text-small';
  return (
    <PageFrame className="max-w-5xl space-y-10">
      <SkipLink />
      <header className="space-y-4">
        <Wordmark />
        <h1 className="text-display font-serif">API reference</h1>
        <p className="max-w-prose text-ink-soft">
          Lectern speaks Replicate’s predictions API at <code className={code}>{config().publicUrl}/v1</code>.
          Send a token as <code className={code}>Authorization: Bearer …</code>. For programs the same is at{' '}
          <a href="/v1/openapi.json" className="font-medium text-accent underline">
            /v1/openapi.json
          </a>
          .
        </p>
        <nav aria-label="Subjects" className="flex flex-wrap gap-x-4 gap-y-1">
          <a href="#inputs" className="text-accent underline">
            What models take
          </a>
          {groups.map(({ name }) => (
            <a key={name} href={`#${name}`} className="capitalize text-accent underline">
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="space-y-12">
        <section aria-labelledby="inputs" className="space-y-4">
          <h2 id="inputs" className="scroll-mt-4 text-title">
            What models take
          </h2>
          {offeredModels().map((model) => (
            <ModelEntry key={model.name} model={model} />
          ))}
        </section>
        {groups.map(({ name, entries }) => (
          <section key={name} aria-labelledby={name} className="space-y-4">
            <h2 id={name} className="scroll-mt-4 text-title capitalize">
              {name}
            </h2>
            {entries.map((entry) => (
              <OperationEntry key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
      </main>
    </PageFrame>
  );
}
