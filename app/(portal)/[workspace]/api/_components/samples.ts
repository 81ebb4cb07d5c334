const MODEL = 'abiruyt/text-extract-ocr';

/** Sends a picture from the disk inside the request, so that the line works as it stands. */
export function curlSample(baseUrl: string): string {
  return `{
  printf '{"input": {"image": "data:image/jpeg;base64,'
  base64 < receipt.jpg | tr -d '\\n'
  printf '"}}'
} |
  curl --silent ${baseUrl}/models/${MODEL}/predictions \\
    --header "Authorization: Bearer $LECTERN_TOKEN" \\
    --header "Content-Type: application/json" \\
    --header "Prefer: wait" \\
    --data @-`;
}

export function javascriptSample(baseUrl: string): string {
  return `import { readFile } from 'node:fs/promises';
import Replicate from 'replicate';

const replicate = new Replicate({
  auth: process.env.LECTERN_TOKEN,
  baseUrl: '${baseUrl}',
});

const text = await replicate.run('${MODEL}', {
  input: { image: await readFile('receipt.jpg') },
});
console.log(text);`;
}

export function webhookSample(baseUrl: string): string {
  return `curl ${baseUrl}/models/${MODEL}/predictions \\
  --header "Authorization: Bearer $LECTERN_TOKEN" \\
  --header "Content-Type: application/json" \\
  --data '{
    "input": {"image": "https://example.org/receipt.jpg"},
    "webhook": "https://example.org/told",
    "webhook_events_filter": ["completed"]
  }'`;
}
