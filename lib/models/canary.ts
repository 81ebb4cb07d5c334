import { z } from 'zod';
import { defineModel } from './model.ts';
import { versionId } from './version-id.ts';

/** Yields its text word by word; for testing clients with output that grows. */
export const canary = defineModel({
  owner: 'replicate',
  name: 'canary',
  description: 'Says the text again, word by word.',
  readme: `Say \`text\`, and the output grows word by word: a way to try out code that reads output while it is made.
`,
  versions: [{ id: versionId('replicate/canary', 1), createdAt: new Date('2026-01-01T12:00:00Z') }],
  streaming: 'always',
  input: z.object({ text: z.string().describe('What to say.') }),
  output: z.array(z.string()).meta({ 'x-cog-array-type': 'iterator' }),
  async run({ text }, { output, signal }) {
    const said: string[] = [];
    for (const word of text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
      signal.throwIfAborted();
      said.push(word);
      output([...said]);
    }
    return said;
  },
});
