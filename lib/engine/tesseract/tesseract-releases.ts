import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';
import { languages } from '#lib/contracts/languages.ts';
import { TESSERACT_PACKAGE, tesseractDataPackage } from '#lib/contracts/tesseract-packages.ts';

const packageSchema = z.object({ version: z.string() });

/** The installed releases of Tesseract and of its data, as `name@version`; none where it is not installed. */
export async function tesseractReleases(): Promise<string[]> {
  const program = packageFile(TESSERACT_PACKAGE, import.meta.url);
  if (program === null) return [];
  const data = languages.flatMap(({ tesseract }) =>
    tesseract === null ? [] : [tesseractDataPackage(tesseract)],
  );
  const releases = await Promise.all([
    releaseOf(TESSERACT_PACKAGE, import.meta.url),
    // What calculates; tesseract.js alone knows where it lies.
    releaseOf(`${TESSERACT_PACKAGE}-core`, program),
    ...data.map((name) => releaseOf(name, import.meta.url)),
  ]);
  return releases.filter((release) => release !== null);
}

async function releaseOf(name: string, from: string): Promise<string | null> {
  const file = packageFile(name, from);
  if (file === null) return null;
  return `${name}@${packageSchema.parse(JSON.parse(await readFile(file, 'utf8'))).version}`;
}

function packageFile(name: string, from: string): string | null {
  try {
    return findPackageJSON(name, from) ?? null;
  } catch {
    return null;
  }
}
