import type { Locator, Page } from 'playwright';

/** One kind of thing that reviewers do all day, so many times, at the pace of a quick person. */
export type ReviewerStep = {
  name: string;
  count: number;
  kind: 'interaction' | 'hover';
  run(page: Page, count: number): Promise<void>;
};

/** Between two things that are done quickly: eight a second. */
const QUICK_MS = 125;

export const reviewerSteps: readonly ReviewerStep[] = [
  { name: 'hover over words of the text', count: 100, kind: 'hover', run: hoverText },
  { name: 'hover over words of the picture', count: 100, kind: 'hover', run: hoverPicture },
  { name: 'click a word of the text', count: 40, kind: 'interaction', run: clickText },
  { name: 'click a word of the picture', count: 40, kind: 'interaction', run: clickPicture },
  { name: 'move the caret by arrow', count: 120, kind: 'interaction', run: moveCaret },
  { name: 'type', count: 200, kind: 'interaction', run: typeWords },
  {
    name: 'Tab to the next word in doubt',
    count: 80,
    kind: 'interaction',
    run: (page, count) => pressAgain(page, 'Tab', count),
  },
  {
    name: 'confirm a word',
    count: 30,
    kind: 'interaction',
    run: (page, count) => pressAgain(page, 'F8', count),
  },
  {
    name: 'undo',
    count: 30,
    kind: 'interaction',
    run: (page, count) => pressAgain(page, 'Control+z', count),
  },
  {
    name: 'split a line',
    count: 20,
    kind: 'interaction',
    run: (page, count) => pressAgain(page, 'Shift+Enter', count),
  },
  { name: 'zoom by key', count: 40, kind: 'interaction', run: zoomByKey },
  { name: 'move the picture by arrow', count: 60, kind: 'interaction', run: movePicture },
  {
    name: 'show and hide the history',
    count: 20,
    kind: 'interaction',
    run: (page, count) => pressAgain(page, 'Alt+h', count),
  },
];

export async function pressAgain(page: Page, key: string, count: number): Promise<void> {
  for (let times = 0; times < count; times++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(QUICK_MS);
  }
}

function textWords(page: Page): Locator {
  return page.getByTestId('review-lines').locator('p [data-word]');
}

/** Points on words that are seen, spread over the pane, in pixels of the window. */
async function pointsOn(page: Page, words: Locator, count: number): Promise<{ x: number; y: number }[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const all = await words.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }),
  );
  const seen = all.filter(({ x, y }) => x > 0 && x < width && y > height / 4 && y < height - 50);
  if (seen.length === 0) throw new Error('No word is seen on the review screen.');
  return Array.from({ length: count }, (_, n) => seen[(n * 37) % seen.length] ?? { x: 0, y: 0 });
}

async function hoverOver(page: Page, words: Locator, count: number): Promise<void> {
  for (const { x, y } of await pointsOn(page, words, count)) {
    await page.mouse.move(x, y);
    await page.waitForTimeout(QUICK_MS / 2);
  }
}

function hoverText(page: Page, count: number): Promise<void> {
  return hoverOver(page, textWords(page), count);
}

function hoverPicture(page: Page, count: number): Promise<void> {
  return hoverOver(page, page.getByTestId('word-layer').locator('[data-word]'), count);
}

async function clickOn(page: Page, words: Locator, count: number): Promise<void> {
  for (const { x, y } of await pointsOn(page, words, count)) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(QUICK_MS);
  }
}

async function clickText(page: Page, count: number): Promise<void> {
  for (let times = 0; times < count; times++) {
    // The line at work is a text field, so the words that can be clicked change with each click.
    const [point] = (await pointsOn(page, textWords(page), times + 1)).slice(-1);
    await page.mouse.click(point?.x ?? 0, point?.y ?? 0);
    await page.waitForTimeout(QUICK_MS);
  }
}

function clickPicture(page: Page, count: number): Promise<void> {
  return clickOn(page, page.getByTestId('word-layer').locator('[data-word]'), count);
}

async function moveCaret(page: Page, count: number): Promise<void> {
  const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  await page.keyboard.press('Alt+l');
  for (let times = 0; times < count; times++) await pressAgain(page, keys[times % keys.length] ?? '', 1);
}

async function typeWords(page: Page, count: number): Promise<void> {
  await page.keyboard.press('Alt+l');
  await page.keyboard.press('End');
  const text = ' it says that'.repeat(count).slice(0, count);
  await page.keyboard.type(text, { delay: QUICK_MS });
}

async function onPicture(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+p');
}

async function zoomByKey(page: Page, count: number): Promise<void> {
  await onPicture(page);
  for (let times = 0; times < count; times++) {
    await pressAgain(page, times % 10 < 5 ? '+' : '-', 1);
  }
}

async function movePicture(page: Page, count: number): Promise<void> {
  await onPicture(page);
  for (let times = 0; times < count; times++) {
    await pressAgain(page, times % 20 < 10 ? 'ArrowDown' : 'ArrowUp', 1);
  }
}
