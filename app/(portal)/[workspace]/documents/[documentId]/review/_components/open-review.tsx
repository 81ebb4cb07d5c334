'use client';

import { History, MessageSquare } from 'lucide-react';
import { useCallback } from 'react';
import { AUTO_LANGUAGE, type PageProgress } from '#lib/contracts/index.ts';
import { DEFAULT_LANGUAGE } from '../../../../_components/uploads/language-choice.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { isUnderWay } from '../../../_components/document-state.ts';
import { pageStates } from '../../_components/page-state.ts';
import { PageStrip } from '../../_components/page-strip.tsx';
import { RetryPageButton } from '../../_components/retry-page-button.tsx';
import { CommentsPanel } from './comments/comments-panel.tsx';
import { ReviewPeople } from './comments/review-people.tsx';
import { openCommentsOf, useDiscussion } from './comments/use-discussion.ts';
import { HistoryPanel } from './history/history-panel.tsx';
import { HitBar } from './hits/hit-bar.tsx';
import { usePageHits } from './hits/use-page-hits.ts';
import { NewerReadingBanner } from './newer-reading-banner.tsx';
import { doubtElsewhere } from './overview.ts';
import { PageBar } from './page-bar.tsx';
import { PicturePane, type WordPlace } from './picture/picture-pane.tsx';
import { usePresence } from './presence/use-presence.ts';
import { useRegionLanguage } from './region/use-region-language.tsx';
import { useRegionReading } from './region/use-region-reading.ts';
import { ReviewDialogs } from './review-dialogs.tsx';
import { REVIEW_FRAME } from './review-frame.ts';
import { ReviewHeader } from './review-header.tsx';
import { ReviewPanes } from './review-panes.tsx';
import { reviewStates } from './review-states.ts';
import { SaveState } from './saving/save-state.tsx';
import { DoubtBar } from './text/doubt-bar.tsx';
import { PageContent } from './text/page-content.tsx';
import { type DeskInput, useDesk } from './use-desk.ts';

/** The review screen with a page open. */
export function OpenReview(input: DeskInput) {
  const { progress, page, overview, onChanged } = input;
  const { document, pages } = progress;
  const { slug } = useWorkspace();
  const desk = useDesk(input);
  const { session, snapshot, focus, verbs, threshold, mayWrite } = desk;
  const { edits } = snapshot;
  const extraction = edits?.server ?? null;
  const lines = edits?.lines ?? [];
  const { goToWord } = verbs;
  const onActivate = useCallback(({ line, word }: WordPlace) => goToWord(line, word), [goToWord]);
  const talk = useDiscussion(document.id);
  const others = usePresence(document.id, page.number);
  const region = useRegionLanguage(document.job?.languages[0]);
  const readRegion = useRegionReading({
    documentId: document.id,
    page: page.number,
    session,
    languages: region.languages,
    goToWord,
  });
  const found = usePageHits(document.id, page.number, extraction?.revision);
  const states = new Map(overview.map(({ pageNumber, state }) => [pageNumber, state]));
  const placeOf = (id: string) => {
    const at = lines.findIndex((line) => line.id === id);
    return at < 0 ? undefined : at + 1;
  };

  return (
    <div className={REVIEW_FRAME}>
      <ReviewHeader
        name={document.name}
        documentsPath={`/${slug}/documents`}
        documentPath={`/${slug}/documents/${document.id}?page=${page.number}`}
        saveState={
          mayWrite ? (
            <SaveState {...snapshot} onSave={session.saveNow} onSettle={() => desk.setDialog('conflict')} />
          ) : (
            <p className="text-ink-soft text-small">
              <span className="max-sm:sr-only">
                You can look, but not correct: that is for owners, admins and editors.
              </span>
              <span aria-hidden className="sm:hidden">
                You can only look
              </span>
            </p>
          )
        }
        people={<ReviewPeople talk={talk} others={others} mayAssign={mayWrite} />}
        openComments={openCommentsOf(talk.discussion)}
        side={desk.side}
        onSide={desk.toggleSide}
        onHelp={() => desk.setDialog('help')}
      />
      <div className="flex min-h-0 flex-1">
        {pages.length > 1 ? (
          <div className="relative w-30 shrink-0 border-line border-r bg-sheet max-lg:hidden">
            <div className="absolute inset-0">
              <PageStrip
                pages={pages}
                chosen={page.number}
                onChoose={desk.choosePage}
                stateOf={({ number, status }) => {
                  const state = states.get(number);
                  return state ? reviewStates[state] : pageStates[status];
                }}
              />
            </div>
          </div>
        ) : null}
        <ReviewPanes
          shown={desk.pane}
          onShow={desk.setPane}
          picture={
            <PicturePane
              documentId={document.id}
              page={page}
              turned={extraction?.turned ?? 0}
              size={extraction?.size ?? null}
              lines={lines}
              threshold={threshold}
              active={focus.active}
              hovered={focus.hovered}
              onHover={focus.hover}
              onActivate={onActivate}
              hits={found.boxes}
              {...(mayWrite && extraction && { onRegion: (box) => void readRegion(box) })}
              regionChoice={region.choice}
              neighbours={neighboursOf(pages, page.number)}
              viewportRef={desk.picturePane}
              className="min-h-0 flex-1"
            />
          }
          text={
            <>
              <PageBar
                page={page.number}
                last={pages.length}
                extraction={extraction}
                mayDecide={mayWrite}
                decisions={desk.decisions}
                onPage={desk.choosePage}
                onReject={() => desk.setDialog('reject')}
                onExport={() => void desk.exportDocument()}
                onReadAgain={isUnderWay(document.job) ? null : () => desk.setDialog('again')}
                onImport={() => {
                  session.saveNow();
                  desk.setDialog('import');
                }}
              />
              {extraction ? (
                <DoubtBar
                  onPage={desk.inDoubt}
                  elsewhere={doubtElsewhere(overview, page.number)}
                  threshold={threshold}
                  onThreshold={desk.setThreshold}
                  onNext={verbs.nextWord}
                  hasConfidence={extraction.size !== null}
                  isApproved={extraction.state === 'approved'}
                />
              ) : null}
              {found.query ? (
                <HitBar key={`${page.number} ${found.query}`} {...found} onGoTo={verbs.goToWord} />
              ) : null}
              {extraction?.hasNewerReading && mayWrite ? (
                <NewerReadingBanner
                  key={page.number}
                  extraction={extraction}
                  lines={lines}
                  beforeDecision={() => session.flush()}
                  onDecided={(decided) => session.take(decided)}
                />
              ) : null}
              <PageContent
                page={page}
                snapshot={snapshot}
                threshold={threshold}
                focus={focus}
                verbs={verbs}
                mayWrite={mayWrite}
                lang={languageOf(document.job?.languages)}
                paneRef={desk.textPane}
                retryPage={
                  <RetryPageButton
                    key={page.number}
                    documentId={document.id}
                    page={page.number}
                    onDone={onChanged}
                  />
                }
                onRetryLoading={() => void session.renew()}
              />
            </>
          }
          side={
            desk.side === 'comments'
              ? {
                  label: 'Comments',
                  icon: MessageSquare,
                  content: (
                    <CommentsPanel
                      talk={talk}
                      page={page.number}
                      line={focus.active?.line}
                      placeOfLine={placeOf}
                      onGoToLine={(line) => verbs.goToPoint(line, 0)}
                      onPage={desk.choosePage}
                    />
                  ),
                }
              : desk.side === 'history' && extraction
                ? {
                    label: 'History',
                    icon: History,
                    content: (
                      <HistoryPanel
                        key={page.number}
                        extraction={extraction}
                        line={focus.active?.line}
                        placeOfLine={placeOf}
                        onGoTo={(line) => verbs.goToPoint(line, 0)}
                        beforeRestore={() => session.flush()}
                        onRestored={(restored) => session.take(restored)}
                      />
                    ),
                  }
                : null
          }
        />
      </div>
      <p role="status" className="sr-only">
        {desk.said}
      </p>
      <ReviewDialogs desk={desk} document={document} page={page.number} onChanged={onChanged} />
    </div>
  );
}

function neighboursOf(pages: readonly PageProgress[], number: number): (string | null)[] {
  return [pages[number]?.imageUrl ?? null, pages[number - 2]?.imageUrl ?? null];
}

/** For spelling, fonts and voices; undefined where the page may be in any language. */
function languageOf(languages: readonly string[] = []): string | undefined {
  if (languages.length > 1 || languages.includes(AUTO_LANGUAGE)) return undefined;
  return languages[0] ?? DEFAULT_LANGUAGE;
}
