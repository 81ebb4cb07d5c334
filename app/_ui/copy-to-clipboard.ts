/**
 * Puts text on the clipboard. Text that must be fetched first is handed over as a promise, because Safari
 * allows copying only while a press is being handled.
 * @returns whether it worked.
 */
export async function copyToClipboard(text: string | Promise<string>): Promise<boolean> {
  try {
    if (!window.isSecureContext) return copyBySelection(await text);
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else await writeLater(text);
    return true;
  } catch {
    return false;
  }
}

async function writeLater(text: Promise<string>): Promise<void> {
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Over plain http, as on an office network without a certificate, browsers offer no other way. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.style.position = 'fixed';
  holder.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand('copy');
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
