/** Notifications of the browser, in the browsers whose owner has asked for them. Browser only. */

const CHOICE_KEY = 'lectern-notifications';
const CHANGED = 'lectern-notifications-changed';

export type NoticeState =
  /** The browser has none, or only over https. */
  | 'unsupported'
  /** The person told the browser to show none of ours: only the browser's settings can change that. */
  | 'blocked'
  | 'off'
  | 'on';

export function noticeState(): NoticeState {
  if (!('Notification' in window) || !window.isSecureContext) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && localStorage.getItem(CHOICE_KEY) === 'on' ? 'on' : 'off';
}

/** Asks the browser for permission, which it gives only right after a click. */
export async function switchNoticesOn(): Promise<void> {
  if ((await Notification.requestPermission()) === 'granted') localStorage.setItem(CHOICE_KEY, 'on');
  window.dispatchEvent(new Event(CHANGED));
}

export function switchNoticesOff(): void {
  localStorage.removeItem(CHOICE_KEY);
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when the choice changes, here or in another tab; returns how to stop. */
export function watchNotices(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** Shows one, if they are on. What has the same `tag` replaces the one before, also from other tabs. */
export function showNotice(title: string, { body, tag, path }: { body: string; tag: string; path: string }) {
  if (noticeState() !== 'on') return;
  const notice = new Notification(title, { body, tag, icon: '/icon.svg' });
  notice.onclick = () => {
    window.focus();
    window.location.assign(path);
  };
}
