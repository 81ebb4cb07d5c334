// After an install: makes `node` in npm scripts the Node that the project pins. The packages of all platforms
// name their program `node`, and npm may drop the link when it skips the packages of the others.
import { lstatSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../../node_modules/.bin');
const program = pinnedNode();
if (program && !lstatSync(join(bin, 'node'), { throwIfNoEntry: false })) {
  symlinkSync(relative(bin, program), join(bin, 'node'));
}

/** @returns {string | undefined} undefined where no package exists: the machine's own Node has to do there. */
function pinnedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${process.platform}-${process.arch}/package.json`,
    );
    return join(dirname(manifest), 'bin', 'node');
  } catch {
    return undefined;
  }
}
