import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findText } from '../find/find-text.ts';
import { loadGreyPage } from '../open/load-grey-page.ts';
import { inkColumns } from '../read/ink-columns.ts';
import { levelLine } from '../read/level-line.ts';
import { createLineCutter } from '../read/line-image.ts';
import { type RecogniserInput, recogniserInput } from '../read/recogniser-input.ts';
import { splitLine } from '../read/split-line.ts';
import { DETECTOR } from './model-files.ts';
import { openModel } from './open-model.ts';

// Lines of one page resemble each other: more of them teach nothing.
const LINES_A_PAGE = 12;

/** What the recogniser is given for lines from all over the pictures of pages in the folders, a piece of each. */
export async function calibrationPieces(folders: readonly string[]): Promise<RecogniserInput[]> {
  const detector = await openModel(DETECTOR);
  const pieces: RecogniserInput[] = [];
  for (const file of await picturesIn(folders)) {
    const page = await loadGreyPage(file, 1);
    const cutLine = createLineCutter(page);
    const { boxes } = await findText(detector, page);
    const step = Math.ceil(boxes.length / LINES_A_PAGE);
    for (const box of boxes.filter((_, index) => index % step === 0)) {
      const line = levelLine(cutLine(box));
      const [piece = { start: 0, end: line.width }] = splitLine(inkColumns(line));
      pieces.push(recogniserInput(line, piece));
    }
  }
  return pieces;
}

async function picturesIn(folders: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
  );
  return lists.flat().filter((file) => /\.(jpg|png|tif)$/.test(file));
}
