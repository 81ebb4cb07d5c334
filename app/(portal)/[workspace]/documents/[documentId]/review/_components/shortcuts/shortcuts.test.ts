import { describe, expect, it } from 'vitest';
import { commandOf, whyNot } from './choose-key.ts';
import { bindingsWith, commandNames, commands, defaultBindings } from './commands.ts';
import { isSilent, keyCaps, nameOfPress, type Press } from './key-combination.ts';

function press(key: string, held: Partial<Press> = {}): Press {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

const inLine = { isInLine: true, isTyping: true };
const elsewhere = { isInLine: false, isTyping: false };

describe('the name of a key press', () => {
  it.each([
    [press('Enter', { ctrlKey: true }), 'Mod+Enter'],
    [press('Enter', { metaKey: true, shiftKey: true }), 'Mod+Shift+Enter'],
    [press('z', { ctrlKey: true }), 'Mod+Z'],
    [press('µ', { code: 'KeyM', altKey: true }), 'Alt+M'],
    [press('Dead', { code: 'KeyN', altKey: true }), 'Alt+N'],
    [press('?', { code: 'Minus', shiftKey: true }), '?'],
    [press('Tab', { shiftKey: true }), 'Shift+Tab'],
    [press('a'), 'a'],
    [press('F8'), 'F8'],
  ])('%#: %o is %s', (pressed, name) => {
    expect(nameOfPress(pressed)).toBe(name);
  });

  it('is none for a modifier alone', () => {
    expect(nameOfPress(press('Shift', { shiftKey: true }))).toBeNull();
  });

  it('is written as on the machine', () => {
    expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', 'Shift', 'Z']);
    expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
  });
});

describe('the table of commands', () => {
  it('gives no key to two commands', () => {
    const keys = commandNames.flatMap((name) => commands[name].keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps what is typed for the text: only silent keys act in a line', () => {
    const loud = commandNames.flatMap((name) => commands[name].keys.filter((key) => !isSilent(key)));
    expect(loud).toEqual(['Enter', 'Shift+Enter', '?']);
    expect(commandOf(defaultBindings, '?', inLine)).toBeNull();
    expect(commandOf(defaultBindings, '?', elsewhere)).toBe('help');
  });

  it('leaves Tab, Enter and Escape alone outside the lines', () => {
    for (const key of ['Tab', 'Shift+Tab', 'Enter', 'Escape']) {
      expect(commandOf(defaultBindings, key, elsewhere)).toBeNull();
    }
    expect(commandOf(defaultBindings, 'Tab', inLine)).toBe('nextWord');
  });
});

describe('choosing another key', () => {
  it('refuses what another command has, what types and what edits', () => {
    expect(whyNot(defaultBindings, 'help', 'Mod+Z')).toContain('“Undo”');
    expect(whyNot(defaultBindings, 'confirmWord', 'x')).toContain('types something');
    expect(whyNot(defaultBindings, 'confirmWord', 'Backspace')).toContain('needed for editing');
    expect(whyNot(defaultBindings, 'confirmWord', 'Mod+K')).toBeNull();
    expect(whyNot(defaultBindings, 'undo', 'Mod+Z')).toBeNull();
  });

  it('frees the keys of before', () => {
    const changed = bindingsWith({ confirmWord: ['Mod+K'] });
    expect(commandOf(changed, 'Mod+K', inLine)).toBe('confirmWord');
    expect(commandOf(changed, 'F8', inLine)).toBeNull();
    expect(whyNot(changed, 'help', 'F8')).toBeNull();
  });
});
