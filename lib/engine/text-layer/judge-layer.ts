import type { UprightText } from '../orient/find-upright-text.ts';
import type { ChosenReader } from '../read/choose-reader.ts';
import { languageOfSmallWords } from '../read/function-words.ts';
import { agreesWithPicture } from './agrees-with-picture.ts';
import { hasLettersOf } from './letters-of-languages.ts';
import type { TextLayer } from './read-text-layer.ts';

// As many as were read to find out which way is up and which reader is best: they cost nothing more.
const SAMPLE_LINES = 5;

/**
 * Whether a doubtful text layer is better than what reading the picture gives. It is compared with what is read;
 * where no reader at hand writes the layer's letters, as on a page in Russian over a picture, the layer stays unless
 * its letters make no language or the picture shows another one.
 * @param picture with the reader that made it upright, which reads Latin letters
 */
export async function isLayerRight(
  { text, hasSoundLetters }: TextLayer,
  picture: UprightText,
  chosen: Pick<ChosenReader, 'readLine' | 'languages'>,
): Promise<boolean> {
  const said = text.lines.map(({ line }) => line.text).join('\n');
  if (hasLettersOf(['en'], said)) return await agreesWithPicture(text, picture);
  if (hasLettersOf([...chosen.languages, 'en'], said))
    return await agreesWithPicture(text, { ...picture, readLine: chosen.readLine });
  return hasSoundLetters && !(await showsOtherWords(said, picture));
}

async function showsOtherWords(said: string, { boxes, readLine }: UprightText): Promise<boolean> {
  if (languageOfSmallWords(said) !== 'unknown') return false;
  const longest = boxes.toSorted((a, b) => b.width / b.height - a.width / a.height).slice(0, SAMPLE_LINES);
  const seen: string[] = [];
  for (const box of longest) seen.push((await readLine(box))?.text ?? '');
  return languageOfSmallWords(seen.join('\n')) !== 'unknown';
}
