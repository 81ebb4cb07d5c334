/**
 * Everything on the review screen that a key does: one row each. The help, the settings and the keys themselves are
 * made from this table. `Mod` is Ctrl, and ⌘ on a Mac.
 */
export const commands = {
  nextWord: { group: 'Words', label: 'Next word in doubt', keys: ['Tab'], inText: true },
  previousWord: { group: 'Words', label: 'Previous word in doubt', keys: ['Shift+Tab'], inText: true },
  confirmWord: { group: 'Words', label: 'The word is right', keys: ['Alt+Enter', 'F8'] },
  confirmLine: { group: 'Words', label: 'The whole line is right', keys: ['Alt+Shift+Enter', 'Shift+F8'] },

  nextLine: { group: 'Lines', label: 'Next line', keys: ['Enter'], inText: true },
  splitLine: { group: 'Lines', label: 'Split the line at the caret', keys: ['Shift+Enter'], inText: true },
  mergePrevious: { group: 'Lines', label: 'Join with the line above', keys: ['Alt+Shift+M'] },
  mergeNext: { group: 'Lines', label: 'Join with the line below', keys: ['Alt+M'] },
  addLine: { group: 'Lines', label: 'Add a line below', keys: ['Alt+N'] },
  removeLine: { group: 'Lines', label: 'Delete the line', keys: ['Alt+Delete', 'Alt+Shift+D'] },
  moveUp: { group: 'Lines', label: 'Move the line up', keys: ['Alt+ArrowUp'] },
  moveDown: { group: 'Lines', label: 'Move the line down', keys: ['Alt+ArrowDown'] },
  leaveText: {
    group: 'Lines',
    label: 'Leave the text; then Tab goes on as usual',
    keys: ['Escape'],
    inText: true,
  },

  undo: { group: 'Page', label: 'Undo', keys: ['Mod+Z'] },
  redo: { group: 'Page', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  save: { group: 'Page', label: 'Save now', keys: ['Mod+S'] },
  nextPage: { group: 'Page', label: 'Next page', keys: ['Alt+PageDown', 'PageDown'] },
  previousPage: { group: 'Page', label: 'Previous page', keys: ['Alt+PageUp', 'PageUp'] },
  approvePage: { group: 'Page', label: 'Approve the page and go on', keys: ['Mod+Enter'] },
  rejectPage: { group: 'Page', label: 'Reject the page', keys: ['Alt+Shift+X'] },
  approveDocument: {
    group: 'Page',
    label: 'Approve the document and open the next one',
    keys: ['Mod+Shift+Enter'],
  },

  exportDocument: { group: 'Page', label: 'Export the document', keys: ['Alt+Shift+E'] },

  goToText: { group: 'Screen', label: 'Go to the text', keys: ['Alt+L'] },
  goToPicture: { group: 'Screen', label: 'Go to the picture', keys: ['Alt+P'] },
  history: { group: 'Screen', label: 'Show or hide the history', keys: ['Alt+H'] },
  comments: { group: 'Screen', label: 'Show or hide the comments', keys: ['Alt+C'] },
  help: { group: 'Screen', label: 'Show the keys', keys: ['?', 'Mod+/'] },
} as const satisfies Record<string, CommandRow>;

type CommandRow = {
  group: 'Words' | 'Lines' | 'Page' | 'Screen';
  label: string;
  keys: readonly string[];
  /** Works while the caret is in a line, and nowhere else. */
  inText?: true;
};

export type Command = keyof typeof commands;

export type Bindings = Readonly<Record<Command, readonly string[]>>;

export const commandNames = Object.keys(commands).filter((name): name is Command => name in commands);

export const defaultBindings: Bindings = bindingsWith({});

/** The table's keys, and instead of them those that the person has chosen. */
export function bindingsWith(chosen: Partial<Record<string, readonly string[]>>): Bindings {
  const pairs = commandNames.map((name) => [name, chosen[name] ?? commands[name].keys]);
  return Object.fromEntries(pairs) as Bindings;
}

export function worksInTextOnly(command: Command): boolean {
  return 'inText' in commands[command];
}
