import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { currentSession } from '#app/_session/session.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import type { SessionHolder } from '#lib/accounts/index.ts';
import { idSchema, type Json } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { getPrediction, type Prediction } from '#lib/predictions/index.ts';
import { predictionStates } from './_components/prediction-state.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Prediction ${(await params).id}` };
}

/** What the API's `urls.web` leads to: one prediction, for members of its workspace. */
export default async function PredictionPage({ params }: Props) {
  const { id } = await params;
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(`/p/${id}`)}`);
  const prediction = (await findPrediction(session, id)) ?? notFound();
  return (
    <>
      <header className="border-line border-b bg-sheet px-4 sm:px-6">
        <Link href="/" className="inline-flex min-h-14 items-center rounded-small">
          <Wordmark />
        </Link>
      </header>
      <main id="main">
        <PageFrame className="max-w-3xl space-y-6">
          <div className="space-y-1">
            <h1 className="text-title [overflow-wrap:anywhere]">Prediction {prediction.id}</h1>
            <p className="flex flex-wrap gap-x-3 text-small">
              <Badge {...predictionStates[prediction.status]} />
              <span className="text-ink-soft">{prediction.model}</span>
              <time className="text-ink-soft" dateTime={prediction.createdAt.toISOString()}>
                {prediction.createdAt.toUTCString()}
              </time>
            </p>
          </div>
          <Result prediction={prediction} />
        </PageFrame>
      </main>
    </>
  );
}

/** Looks in every workspace whose predictions this person may see. */
async function findPrediction({ actor, workspaces }: SessionHolder, id: string): Promise<Prediction | null> {
  if (!idSchema.safeParse(id).success) return null;
  for (const workspace of workspaces) {
    if (!roleMay(workspace.role, 'prediction:read')) continue;
    try {
      return await getPrediction(authorize(actor, workspace.id, 'prediction:read'), id);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  return null;
}

function Result({ prediction: { dataRemovedAt, error, output, logs } }: { prediction: Prediction }) {
  if (dataRemovedAt) {
    return (
      <Notice tone="info" title="The data of this prediction was removed">
        <p>Input, output and logs are kept for a limited time only.</p>
      </Notice>
    );
  }
  return (
    <>
      {error ? (
        <Notice tone="bad" title="It failed">
          <p>{error}</p>
        </Notice>
      ) : null}
      <Part title="Output" text={asText(output)} empty="There is no output." />
      <Part title="Logs" text={logs} empty="There are no logs." />
    </>
  );
}

function asText(output: Json): string {
  if (output === null) return '';
  return typeof output === 'string' ? output : JSON.stringify(output, null, 2);
}

function Part({ title, text, empty }: { title: string; text: string; empty: string }) {
  return (
    <section className="space-y-2">
      <h2 className="text-large">{title}</h2>
      {text === '' ? (
        <p className="text-ink-soft">{empty}</p>
      ) : (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="max-h-[60dvh] overflow-auto whitespace-pre-wrap rounded-normal border border-line bg-sheet p-4 font-mono text-small [overflow-wrap:anywhere]"
        >
          {text}
        </pre>
      )}
    </section>
  );
}
