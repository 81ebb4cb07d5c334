import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

export type UnpackedChromium = { executablePath: string; env: NodeJS.Dict<string> };

const cache = resolve(import.meta.dirname, '../node_modules/.cache/lectern');
const folder = join(cache, 'chromium');
const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];

/** Unpacks the Chromium inside `@sparticuz/chromium`, once per installation, with the libraries and a font it needs. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'There is no Chromium here to test with: run `npx playwright install chromium` or set CHROMIUM_PATH.',
    );
  }
  if (!existsSync(folder)) await unpack();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Another run may unpack at the same time: the folder appears whole or not at all. */
async function unpack(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'unpacking-'));
  const temporaryFolder = process.env.TMPDIR;
  // `inflate` always unpacks into the system's folder for temporary files, which other accounts share.
  process.env.TMPDIR = draft;
  const packed = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
  try {
    await Promise.all(archives.map((archive) => inflate(fileURLToPath(new URL(archive, packed)))));
  } finally {
    if (temporaryFolder === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporaryFolder;
  }
  await writeFile(join(draft, 'fonts.conf'), fontConfiguration);
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true });
  }
}

// The system's fonts, and the one in the package where there are none.
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
