import { describe, expect, it } from 'vitest';
import { lineOfWords } from '../line-of-words.ts';
import type { UprightText } from '../orient/find-upright-text.ts';
import type { PageText } from '../page-text.ts';
import { agreesWithPicture } from './agrees-with-picture.ts';
import { isLayerRight } from './judge-layer.ts';

const prose = [
  'When I came to the harbour the ferry had left and it rained,',
  'so I sat down under the roof and read the paper for an hour.',
  'The man at the kiosk said that the next one will go at nine,',
  'but it will not if the wind goes on to turn with this cloud.',
];
const russian = ['Договор вступает в силу с момента его', 'подписания сторонами и действует до мая'];

/** Each line in a box of its own. */
const boxes = prose.map((_, row) => ({
  centreX: 300,
  centreY: 50 + 40 * row,
  width: 600,
  height: 30,
  angle: 0,
  coreHeight: 15,
}));

function lineAt(text: string, row: number) {
  const words = text.split(' ').map((word, index) => {
    const box: [number, number, number, number] = [
      10 + 40 * index,
      40 + 40 * row,
      45 + 40 * index,
      60 + 40 * row,
    ];
    return { text: word, confidence: 1, box };
  });
  return lineOfWords(words);
}

function layerOf(lines: readonly string[]): PageText {
  const boxed = lines.flatMap((text, row) => {
    const box = boxes[row];
    return box && text !== '' ? [{ line: lineAt(text, row), box }] : [];
  });
  return { width: 620, height: 220, turned: 0, skew: 0, source: 'text_layer', lines: boxed };
}

/** A picture of which these lines are read. */
function pictureOf(lines: readonly string[], turned: UprightText['turned'] = 0): UprightText {
  const found = boxes.slice(0, lines.length);
  return {
    boxes: found,
    skew: 0,
    letterHeight: null,
    turned,
    image: { width: 620, height: 220, pixels: new Uint8Array() },
    readLine: async (box) => lineAt(lines[found.indexOf(box)] ?? '', found.indexOf(box)),
  };
}

describe('a text layer agrees with the picture', () => {
  it('when both say the same, whatever quotes, dashes and accents they use', async () => {
    expect(await agreesWithPicture(layerOf(prose), pictureOf(prose))).toBe(true);
    const typeset = ['“Coöperate” – now', ...prose.slice(1)];
    const plain = ['"Cooperate" - now', ...prose.slice(1)];
    expect(await agreesWithPicture(layerOf(typeset), pictureOf(plain))).toBe(true);
  });

  it('up to one wrong letter in 66', async () => {
    const wrong = (count: number) => [
      (prose[0] ?? '').replace(/e/g, (e) => (count-- > 0 ? 'c' : e)),
      ...prose.slice(1),
    ];
    expect(await agreesWithPicture(layerOf(wrong(2)), pictureOf(prose))).toBe(true);
    expect(await agreesWithPicture(layerOf(wrong(5)), pictureOf(prose))).toBe(false);
  });

  it('not when it leaves out a line, nor when it is turned another way', async () => {
    expect(await agreesWithPicture(layerOf([...prose.slice(0, 3), '']), pictureOf(prose))).toBe(false);
    expect(await agreesWithPicture(layerOf(prose), pictureOf(prose, 180))).toBe(false);
  });

  it('not when a single stroke stands for a letter, but when the stroke is seen', async () => {
    const stroke = prose.map((line) => line.replace('so I sat', 'so | sat'));
    expect(await agreesWithPicture(layerOf(stroke), pictureOf(prose))).toBe(false);
    expect(await agreesWithPicture(layerOf(stroke), pictureOf(stroke))).toBe(true);
  });
});

describe('a layer in letters that no reader at hand writes', () => {
  const gibberish = pictureOf(['Aorobop BcTynaeT B cuny c MoMeHTa', 'noAnucaHur cTopoHaMu u AeuctByeT']);
  const english = { readLine: gibberish.readLine, languages: ['en'] };
  const layer = { text: layerOf(russian), verdict: 'doubtful', hasSoundLetters: true } as const;

  it('is right as long as its letters are sound', async () => {
    expect(await isLayerRight(layer, gibberish, english)).toBe(true);
    expect(await isLayerRight({ ...layer, hasSoundLetters: false }, gibberish, english)).toBe(false);
  });

  it('is not when the picture shows words of another language', async () => {
    expect(await isLayerRight(layer, pictureOf(prose), english)).toBe(false);
  });

  it('is compared with the picture where a reader of its letters was chosen', async () => {
    for (const [seen, isRight] of [
      [russian, true],
      [russian.toReversed(), false],
    ] as const) {
      const picture = pictureOf(seen);
      const chosen = { readLine: picture.readLine, languages: ['ru'] };
      expect(await isLayerRight(layer, picture, chosen)).toBe(isRight);
    }
  });
});
