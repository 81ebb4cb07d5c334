import { portalExportSchema, portalSearchSchema } from '#lib/contracts/index.ts';
import { textOfPdf } from '#lib/testing/text-of-pdf.ts';
import { callPortal } from '../fixtures/api-call.ts';
import { makeReport } from '../fixtures/documents.ts';
import { pageOf, uploadDocument, waitForExport, waitForJob } from '../fixtures/portal-script.ts';
import { expect, serverUrl, test } from '../fixtures/test.ts';

test('a script uploads a PDF, waits for it, corrects a line, approves, searches and takes a PDF along that holds the correction', async ({
  apiToken: token,
}) => {
  const document = await uploadDocument(token, await makeReport(2, 'minutes.pdf'));
  const job = await waitForJob(token, document.job?.id ?? '');
  expect(job).toMatchObject({ status: 'succeeded', pages: { total: 2, succeeded: 2 } });

  const { revision, lines } = await pageOf(token, document.id, 2);
  const line = lines.find(({ text }) => text === 'Chapter two');
  const save = {
    save_id: 'journey01',
    base: revision,
    operations: [{ op: 'set', line: line?.id, text: 'Chapter zweiundzwanzig' }],
  };
  const path = `/documents/${document.id}/pages/2/revisions`;
  expect((await callPortal('POST', path, { token, body: save })).status).toBe(200);

  const approved = await callPortal('POST', `/documents/${document.id}/review`, {
    token,
    body: { state: 'approved' },
  });
  expect(approved.json).toEqual({ pages: 2 });

  const { json } = await callPortal('GET', '/search?q=zweiundzwanzig&state=approved', { token });
  expect(portalSearchSchema.parse(json).results).toMatchObject([{ document_id: document.id, page: 2 }]);

  const body = { format: 'pdf', document_ids: [document.id] };
  const begun = await callPortal('POST', '/exports', { token, body });
  const { id } = await waitForExport(token, portalExportSchema.parse(begun.json).id);
  const file = await fetch(`${serverUrl()}/api/v1/exports/${id}/file`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(file.headers.get('content-type')).toBe('application/pdf');
  const [, second] = await textOfPdf(new Uint8Array(await file.arrayBuffer()));
  expect(second).toContain('zweiundzwanzig');
});
