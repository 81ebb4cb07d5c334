'use client';

import { useSyncExternalStore } from 'react';
import {
  type NoticeState,
  noticeState,
  switchNoticesOff,
  switchNoticesOn,
  watchNotices,
} from '#app/_ui/browser-notices.ts';
import { Button } from '#app/_ui/button.tsx';

/** Never asks by itself: the browser's question comes after a click on the button. */
export function BrowserNotifications() {
  const state = useSyncExternalStore<NoticeState | undefined>(watchNotices, noticeState, () => undefined);
  switch (state) {
    case undefined:
      return <div className="h-11 sm:h-10" />;
    case 'unsupported':
      return (
        <p className="text-small">
          This browser offers no notifications here. Most offer them only over https, and not in private
          windows.
        </p>
      );
    case 'blocked':
      return (
        <p className="text-small">
          You told this browser to show no notifications of Lectern. Allow them in its settings for this site
          first.
        </p>
      );
    case 'off':
      return (
        <Button onClick={() => void switchNoticesOn()} className="max-sm:w-full">
          Notify me in this browser
        </Button>
      );
    case 'on':
      return (
        <div className="flex flex-wrap items-center gap-3">
          <p role="status" className="text-small">
            Notifications are on in this browser.
          </p>
          <Button onClick={switchNoticesOff} className="max-sm:w-full">
            Switch them off
          </Button>
        </div>
      );
  }
}
