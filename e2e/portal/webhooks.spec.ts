import { validateWebhook } from 'replicate';
import { startWebhookReceiver, type WebhookReceiver } from '#lib/testing/webhook-receiver.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { sharedDatabase } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

// What was sent to programs, as the owner of a workspace sees it, with a real receiver on this machine.

let receiver: WebhookReceiver;
let status: number;

test.beforeEach(async () => {
  status = 500;
  receiver = await startWebhookReceiver(() => ({ status, body: `The hook says ${status}.` }));
});
test.afterEach(() => receiver.close());

test('what a broken receiver did not take is seen, and sent again once the receiver is mended', async ({
  page,
  owner,
  replicate,
}) => {
  await page.goto(`/${owner.workspace.slug}/api`);
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was sent yet' })).toBeVisible();
  const { id } = await replicate.predictions.create({
    model: 'replicate/canary',
    input: { text: 'hello' },
    webhook: `${receiver.url}/told`,
    webhook_events_filter: ['completed'],
  });
  await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: id });
  await expect(row).toContainText('Trying again');
  await expect(row).toContainText('Status 500');
  await giveUp(id);
  await expect(row).toContainText('Gave up');
  await expectAccessible(page, 'webhooks');
  await page
    .getByRole('navigation', { name: 'Show deliveries by state' })
    .getByRole('link', { name: 'Gave up' })
    .click();
  await expect(page).toHaveURL(/state=gave_up/);
  await row.getByRole('link').click();

  await expect(page.getByRole('heading', { name: /^completed to 127\.0\.0\.1/ })).toBeVisible();
  await page.getByText('Answer (its beginning)').first().click();
  await expect(page.getByText('The hook says 500.').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Message' })).toContainText('"text": "hello"');
  await expectAccessible(page, 'a webhook that was given up');
  status = 200;
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('Delivered', { exact: true })).toBeVisible();
  await expect(page.getByText(`asked for by ${owner.name}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send again' })).toBeEnabled();

  const { key: secret } = await replicate.webhooks.default.secret.get();
  const [first, last] = [receiver.received.at(0), receiver.received.at(-1)];
  expect(last?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(last?.body).toBe(first?.body);
  const isValid = await validateWebhook({
    id: last?.headers['webhook-id'] ?? '',
    timestamp: last?.headers['webhook-timestamp'] ?? '',
    signature: last?.headers['webhook-signature'] ?? '',
    body: last?.body ?? '',
    secret,
  });
  expect(isValid).toBe(true);
});

test('the signing secret is shown when it is asked for, and can be replaced', async ({
  page,
  owner,
  replicate,
}) => {
  const { key: old } = await replicate.webhooks.default.secret.get();
  await page.goto(`/${owner.workspace.slug}/api/webhooks`);
  expect(await page.content()).not.toContain(old);
  await expectAccessible(page, 'no webhooks');
  await page.getByRole('button', { name: 'Show the signing secret' }).click();
  await expect(page.getByText(old)).toBeVisible();
  await page.getByRole('button', { name: /^Replace/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByText('Messages are signed with a new secret.')).toBeVisible();
  const { key: fresh } = await replicate.webhooks.default.secret.get();
  expect(fresh).not.toBe(old);
  await page.getByRole('button', { name: 'Show the signing secret' }).click();
  await expect(page.getByText(fresh)).toBeVisible();
});

/** What happens after the last try, which comes only after a minute. */
async function giveUp(predictionId: string): Promise<void> {
  await sharedDatabase(
    `DELETE FROM pgboss.job USING delivery
     WHERE job.name = 'deliver-webhook' AND job.data->>'deliveryId' = delivery.id AND delivery.prediction_id = $1`,
    predictionId,
  );
  await sharedDatabase("UPDATE delivery SET state = 'gave_up' WHERE prediction_id = $1", predictionId);
}
