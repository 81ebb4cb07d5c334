// Loaded by a child before all else: gives Node the engine's prepared code. Node would take the types out of a hundred
// files one by one. Plain JavaScript, since it comes before that. What does not match is left to Node.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const lib = new URL('../../', import.meta.url).href;
const code = readCode();
registerHooks({
  load(url, context, nextLoad) {
    const source = url.startsWith(lib) ? code[url.slice(lib.length)] : undefined;
    return source === undefined ? nextLoad(url, context) : { format: 'module', source, shortCircuit: true };
  },
});

function readCode() {
  try {
    const { folder, digests } = JSON.parse(process.argv[2] ?? '');
    const file = readFileSync(join(folder, 'code.json'));
    const digest = createHash('sha256').update(file).digest('hex');
    return digest === digests['code.json'] ? JSON.parse(file.toString()) : {};
  } catch {
    return {};
  }
}
