import { createUser } from '#lib/testing/accounts.ts';
import { readAgain, readingOf } from '#lib/testing/read-pages.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import {
  chapterOne,
  clickEndOf,
  expectTexts,
  lines,
  openReview,
  pageOf,
  pressUntil,
  saved,
} from '../fixtures/review.ts';
import { expect, test } from '../fixtures/test.ts';

test('words are fixed, a line is split, taken back and done again; a reload shows the same', async ({
  page,
  owner,
}) => {
  await openReview(page, owner);
  await lines(page).nth(0).getByText('one').dblclick();
  await page.keyboard.press('End');
  await page.keyboard.type(' and only');
  await clickEndOf(page, 1);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('!');
  await clickEndOf(page, 3);
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Enter');
  const fixed = [
    'Chapter one and only',
    'This is page 1 of 2 pages!',
    'Every line of it was drawn by the test,',
    'so that the word one must come',
    'back.',
  ];
  await expectTexts(page, fixed);
  await expect(saved(page)).toBeVisible();
  await pressUntil(page, 'ControlOrMeta+z', chapterOne);
  await pressUntil(page, 'ControlOrMeta+Shift+z', fixed);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expectTexts(page, fixed);
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
});

test('a document is reviewed by keyboard alone', async ({ page, owner }) => {
  await openReview(page, owner);
  await expect(page.getByTestId('doubt-on-page')).toHaveText('2 words in doubt');
  await page.keyboard.press('Alt+l');
  const field = page.getByRole('textbox', { name: /^Line \d of/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Chapter one');
  // The word in doubt is selected: typing replaces it.
  await page.keyboard.type('zero');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue(chapterOne[2] ?? '');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText('No doubt left on this page')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Text of page 1' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Alt+l');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: 'Page 2 of 2' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Line 1 of 4' })).toBeFocused();
  await page.keyboard.press('Alt+PageUp');
  await expect(page.getByText('Approved', { exact: true })).toBeVisible();
  await expectTexts(page, ['Chapter zero', ...chapterOne.slice(1)]);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(page.getByText('1 page approved. No other document waits for review.')).toBeVisible();
});

test('what is written offline waits, survives a closed connection and is sent later', async ({
  page,
  context,
  owner,
}) => {
  const path = await openReview(page, owner);
  await context.setOffline(true);
  await clickEndOf(page, 0);
  await page.keyboard.type(' offline');
  await expect(page.getByText(/^Offline: \d+ changes? waits?$/)).toBeVisible();
  await clickEndOf(page, 1);
  await page.keyboard.type(' still');
  await expect(page.getByText(/^Offline: [2-9] changes wait$/)).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  await page.goto(path);
  await expectTexts(page, ['Chapter one offline', `${chapterOne[1]} still`, ...chapterOne.slice(2)]);
});

test('what no server has heard of is taken up again after a reload', async ({ page, owner }) => {
  await openReview(page, owner);
  await page.route('**/revisions', (route) => route.abort());
  await clickEndOf(page, 0);
  await page.keyboard.type(' kept');
  await expect(page.getByText(/^Lectern cannot be reached: \d+ changes? waits?$/)).toBeVisible();
  await page.reload();
  await expectTexts(page, ['Chapter one kept', ...chapterOne.slice(1)]);
  await page.unroute('**/revisions');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(saved(page)).toBeVisible();
});

test('two people on one page: other lines are joined, the same line is shown side by side', async ({
  page,
  browser,
  owner,
}) => {
  const path = await openReview(page, owner);
  const other = await createUser({ role: 'editor', workspace: owner.workspace });
  const theirs = await pageOf(browser, other);
  await theirs.goto(path);
  await expect(lines(theirs)).toHaveCount(4);

  await clickEndOf(theirs, 3);
  await theirs.keyboard.type(' Theirs.');
  await expect(lines(page).nth(3)).toContainText('Theirs.');
  await clickEndOf(page, 1);
  await page.keyboard.type(' Mine.');
  await expect(lines(theirs).nth(1)).toContainText('Mine.');

  // The owner's save is held back until the other one has saved the same line.
  const release = Promise.withResolvers<void>();
  await page.route('**/revisions', async (route) => {
    await release.promise;
    await route.continue();
  });
  await clickEndOf(page, 0);
  await page.keyboard.type(' of mine');
  await clickEndOf(theirs, 0);
  await theirs.keyboard.type(' of theirs');
  await expect(saved(theirs)).toBeVisible();
  release.resolve();
  const dialog = page.getByRole('dialog', { name: 'Two of you changed this line' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /^Yours/ })).toBeChecked();
  // Not on a button: who is still typing must not press it.
  await expect(dialog.getByRole('radio', { name: /^Yours/ })).toBeFocused();
  await expectAccessible(page, 'a conflict');
  await dialog.getByRole('textbox').fill('Chapter one of both');
  await dialog.getByRole('button', { name: 'Save what I chose' }).click();
  await expect(dialog).toBeHidden();
  await expect(saved(page)).toBeVisible();
  await expect(lines(theirs).nth(0).locator('textarea')).toHaveValue('Chapter one of both');
  await expectTexts(page, [
    'Chapter one of both',
    `${chapterOne[1]} Mine.`,
    chapterOne[2] ?? '',
    `${chapterOne[3]} Theirs.`,
  ]);
  await theirs.close();
});

test('the history says who changed what, and brings it back', async ({ page, owner }) => {
  await openReview(page, owner);
  await clickEndOf(page, 0);
  await page.keyboard.type(' alone');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByTestId('history');
  await expect(history).toContainText(`${owner.name} corrected`);
  await expect(history.locator('ins')).toHaveText(' alone');
  await page.getByRole('button', { name: 'Restore that' }).click();
  await expectTexts(page, chapterOne);
  await expect(history).toContainText('brought an earlier state back');
  await expect(history.locator('del')).toHaveText(' alone');
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  await expectTexts(page, ['Chapter one alone', ...chapterOne.slice(1)]);
  await expectAccessible(page, 'the history');
});

test('what somebody saves in one sitting is one entry of the history, and each save of it can be brought back', async ({
  page,
  owner,
}) => {
  await openReview(page, owner);
  await clickEndOf(page, 0);
  await page.keyboard.type(' alone');
  await expect(saved(page)).toBeVisible();
  await page.keyboard.type(' again');
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByTestId('history');
  await expect(history.locator('ins')).toHaveText(' alone again');
  const saves = history.getByRole('button', { name: '2 saves' });
  await saves.click();
  await expect(history.locator('ins')).toHaveText([' alone again', ' again', ' alone']);
  await expectAccessible(page, 'the saves of a sitting');
  await history.getByRole('button', { name: 'Restore revision 1' }).click();
  await expectTexts(page, ['Chapter one alone', ...chapterOne.slice(1)]);
});

test('turning a tablet ends no edit', async ({ page, owner }) => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await openReview(page, owner);
  await clickEndOf(page, 0);
  await page.keyboard.type(' and');
  const field = page.getByRole('textbox', { name: 'Line 1 of 4' });
  for (const size of [
    { width: 820, height: 1180 },
    { width: 1180, height: 820 },
  ]) {
    await page.setViewportSize(size);
    await expect(page.getByRole('group', { name: 'Show' })).toBeVisible({ visible: size.width < 1024 });
    await expect(field).toBeFocused();
    await page.keyboard.type(' on');
  }
  await expectTexts(page, ['Chapter one and on on', ...chapterOne.slice(1)]);
});

test('a viewer reads and compares, and changes nothing', async ({ page, browser, owner }) => {
  const path = await openReview(page, owner);
  const viewer = await createUser({ role: 'viewer', workspace: owner.workspace });
  const theirs = await pageOf(browser, viewer);
  await theirs.goto(path);
  await expectTexts(theirs, chapterOne);
  await expect(theirs.getByText('You can look, but not correct')).toBeVisible();
  await lines(theirs).nth(0).getByText('one').click();
  await expect(theirs.getByRole('textbox')).toHaveCount(0);
  await expect(theirs.getByRole('button', { name: /Approve/ })).toHaveCount(0);
  await theirs.keyboard.press('ControlOrMeta+Enter');
  await expectAccessible(theirs, 'the review of a viewer');
  await theirs.reload();
  await expect(theirs.getByText('New', { exact: true })).toBeVisible();
  await theirs.close();
});

test('a corrected page that is read again keeps its corrections and offers the newer reading', async ({
  page,
  owner,
}) => {
  const path = await openReview(page, owner);
  await clickEndOf(page, 0);
  await page.keyboard.type(' corrected');
  await expect(saved(page)).toBeVisible();
  const newer = readingOf('Chapter 1', 'of the newer reading');
  await readAgain(path.split('/').at(-2) ?? '', [newer, newer]);
  await page.reload();
  await expect(page.getByText('This page was read again')).toBeVisible();
  await expectTexts(page, ['Chapter one corrected', ...chapterOne.slice(1)]);
  await expectAccessible(page, 'the offer of a newer reading');
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two texts of page 1' });
  await expect(dialog.locator('ins').filter({ hasText: 'newer' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take the newer reading' }).click();
  await expectTexts(page, ['Chapter 1', 'of the newer reading']);
  await expect(page.getByText('This page was read again')).toBeHidden();
});

test('keys can be changed, and are remembered', async ({ page, owner }) => {
  await openReview(page, owner);
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keys of the review screen' });
  await expectAccessible(page, 'the keys');
  await dialog.getByRole('button', { name: 'Change the key for “The word is right”' }).click();
  await page.keyboard.press('x');
  await expect(dialog.getByRole('alert')).toContainText('types something');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dialog.getByRole('alert')).toContainText('“Undo”');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(dialog.getByRole('button', { name: 'Reset the key for “The word is right”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(lines(page)).toHaveCount(4);
  await page.keyboard.press('Alt+l');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('doubt-on-page')).toHaveText('1 word in doubt');
});

test('a page is rejected with a reason, and taken up again', async ({ page, owner }) => {
  await openReview(page, owner);
  await page.getByRole('button', { name: 'Reject' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reject page 1?' });
  await dialog.getByRole('button', { name: 'Reject the page' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Say what is wrong.');
  await expectAccessible(page, 'a rejection without a reason');
  await dialog.getByLabel('What is wrong?').fill('Half of it is missing.');
  await dialog.getByRole('button', { name: 'Reject the page' }).click();
  await expect(page.getByText('Rejected', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Review again' }).click();
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
});

test('the screen is accessible at rest, at work and on every pane', async ({ page, owner }) => {
  await openReview(page, owner);
  await expectAccessible(page, 'the review');
  await page.keyboard.press('Alt+l');
  await expectAccessible(page, 'a line at work');
});
