import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { currentSession } from '#app/_session/session.ts';
import { Badge } from '#app/_ui/badge.tsx';
import { ClockProvider } from '#app/_ui/clock.tsx';
import { DateSettingsProvider } from '#app/_ui/date-settings.tsx';
import { DateTime } from '#app/_ui/date-time.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { authorize, roleMay } from '#lib/access/index.ts';
import type { SessionHolder, WorkspaceOfUser } from '#lib/accounts/index.ts';
import { idSchema, type Json } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { getPrediction, type Prediction } from '#lib/predictions/index.ts';
import { HomeHeader } from '../../(home)/_components/home-header.tsx';
import { predictionStates } from './_components/prediction-state.ts';

type Props = { params: Promise<{ id: string }> };

const step = 'inline-flex min-h-6 items-center text-accent underline max-sm:min-h-11';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Prediction ${(await params).id}` };
}

/** What the API's `urls.web` leads to: one prediction, for members of its workspace. */
export default async function PredictionPage({ params }: Props) {
  const { id } = await params;
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(`/p/${id}`)}`);
  const { user } = session;
  const { prediction, workspace } = (await findPrediction(session, id)) ?? notFound();
  return (
    <ClockProvider nowMs={Date.now()}>
      <DateSettingsProvider value={{ locale: user.locale, timeZone: user.timeZone }}>
        <SkipLink />
        <HomeHeader user={user} />
        <main id="main" tabIndex={-1} className="outline-none">
          <PageFrame className="max-w-6xl space-y-6">
            <div className="space-y-1">
              <nav aria-label="Breadcrumb" className="flex flex-wrap items-center gap-x-2 text-small">
                <Link href={`/${workspace.slug}/documents`} className={step}>
                  {workspace.name}
                </Link>
                <span aria-hidden className="text-ink-soft">
                  /
                </span>
                <Link href={`/${workspace.slug}/api`} className={step}>
                  API
                </Link>
              </nav>
              <h1 className="text-title [overflow-wrap:anywhere]">Prediction {prediction.id}</h1>
              <p className="flex flex-wrap items-center gap-x-1.5 text-ink-soft text-small [overflow-wrap:anywhere]">
                <Badge {...predictionStates[prediction.status]} />
                <span aria-hidden>·</span> {prediction.model} <span aria-hidden>·</span>
                <DateTime at={prediction.createdAt.toISOString()} />
              </p>
            </div>
            <Result prediction={prediction} />
          </PageFrame>
        </main>
      </DateSettingsProvider>
    </ClockProvider>
  );
}

type Found = { prediction: Prediction; workspace: WorkspaceOfUser };

/** Looks in every workspace whose predictions this person may see. */
async function findPrediction({ actor, workspaces }: SessionHolder, id: string): Promise<Found | null> {
  if (!idSchema.safeParse(id).success) return null;
  for (const workspace of workspaces) {
    if (!roleMay(workspace.role, 'prediction:read')) continue;
    try {
      const prediction = await getPrediction(authorize(actor, workspace.id, 'prediction:read'), id);
      return { prediction, workspace };
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
