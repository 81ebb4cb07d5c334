/** What a key press says of itself. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MODIFIER_KEYS = ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph'];
/** Keys that write nothing, so that they may stand alone even where text is typed. */
const SILENT = /^(F\d{1,2}|Escape|Tab|PageUp|PageDown|Insert)$/;

/**
 * The name of a press, such as `Alt+Shift+M`; null for modifiers alone. Letters and digits go by their place on the
 * keyboard once a modifier is held, as Alt writes other signs on some systems. Shift counts where it does not merely
 * choose the sign.
 */
export function nameOfPress(press: Press): string | null {
  if (MODIFIER_KEYS.includes(press.key)) return null;
  const isHeld = press.ctrlKey || press.metaKey || press.altKey;
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1];
  const key = (isHeld && letter) || (press.key === ' ' ? 'Space' : press.key);
  const isSign = [...key].length === 1;
  const withShift = press.shiftKey && (isHeld || !isSign);
  return [
    (press.ctrlKey || press.metaKey) && 'Mod',
    press.altKey && 'Alt',
    withShift && 'Shift',
    isSign && isHeld ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

/** Whether it may be used while text is typed: no press that writes something. */
export function isSilent(name: string): boolean {
  return /^(Mod|Alt)\+/.test(name) || SILENT.test(name.replace(/^Shift\+/, ''));
}

const shown: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

/** The keys of a combination as they are called on this kind of machine. */
export function keyCaps(name: string, isMac: boolean): string[] {
  const keys = name.endsWith('++') ? [...name.slice(0, -2).split('+'), '+'] : name.split('+');
  return keys.map((key) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (key === 'Alt') return isMac ? '⌥' : 'Alt';
    return shown[key] ?? key;
  });
}
