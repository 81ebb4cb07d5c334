import { type Bindings, type Command, commandNames, commands, worksInTextOnly } from './commands.ts';
import { isSilent } from './key-combination.ts';

/** Keys without which a line could not be edited at all. */
const EDITING = /^(Shift\+)?(Backspace|Delete|Home|End|Space|Arrow\w+)$/;

/** Why this combination cannot be used for the command; null when it can. */
export function whyNot(bindings: Bindings, command: Command, name: string): string | null {
  const holder = commandNames.find((other) => other !== command && bindings[other].includes(name));
  if (holder)
    return `This is the key for “${commands[holder].label}”. Choose another one, or change that first.`;
  const isForText = worksInTextOnly(command);
  if (EDITING.test(name)) return 'This key is needed for editing. Hold Ctrl or Alt with it.';
  if (isForText && /^(Shift\+)?Enter$/.test(name)) return null;
  if (!isSilent(name)) return 'This key types something. Hold Ctrl or Alt with it, or choose a function key.';
  return null;
}

/** The command that a press means; bare signs mean one only where no text is typed. */
export function commandOf(
  bindings: Bindings,
  name: string,
  where: { isInLine: boolean; isTyping: boolean },
): Command | null {
  const command = commandNames.find((candidate) => bindings[candidate].includes(name));
  if (!command) return null;
  if (worksInTextOnly(command)) return where.isInLine ? command : null;
  return where.isTyping && !isSilent(name) ? null : command;
}
