import { describe, expect, it } from 'vitest';
import { readMultipart } from './read-multipart.ts';

const headers = { 'content-type': 'multipart/form-data; boundary=edge' };

/** One part after the other; the last of them may break off. */
function requestOf(...parts: readonly string[]): Request {
  return new Request('http://localhost/', { method: 'POST', headers, body: parts.join('\r\n') });
}

const field = '--edge\r\nContent-Disposition: form-data; name="size"\r\n\r\nlarge';
const file = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello';

async function textOf({ bytes, name }: { bytes: AsyncIterable<Uint8Array>; name: string | undefined }) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return `${name}: ${Buffer.concat(chunks)}`;
}

const discarded: string[] = [];
const discard = async (content: string) => void discarded.push(content);
const read = (request: Request) => readMultipart(request, { part: 'file', take: textOf, discard });

describe('a multipart form', () => {
  it.each([
    ['before', [field, file]],
    ['behind', [file, field]],
  ])('gives the file to whoever takes it, with fields %s it', async (_, parts) => {
    const form = await read(requestOf(...parts, '--edge--\r\n'));
    expect(form.content).toBe('a.txt: hello');
    expect(Object.fromEntries(form.fields)).toEqual({ size: 'large' });
  });

  it('that breaks off is no form, whether in the file or behind it', async () => {
    await expect(read(requestOf(file))).rejects.toMatchObject({ name: 'BadRequest' });
    expect(discarded).toEqual([]);
    await expect(read(requestOf(file, field))).rejects.toMatchObject({ name: 'BadRequest' });
    expect(discarded).toEqual(['a.txt: hello']);
  });

  it.each([
    ['in the file', [file]],
    ['behind it', [`${file}\r\n`, field]],
  ])('whose sender goes away %s leaves nothing taken', async (_, sent) => {
    discarded.length = 0;
    const taking = Promise.withResolvers<void>();
    const take = async (part: Parameters<typeof textOf>[0]) => {
      return await textOf(part).finally(() => taking.resolve());
    };
    const chunks = sent.map((text) => Buffer.from(text));
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = chunks.shift();
        if (next) return controller.enqueue(next);
        if (sent.length > 1) await taking.promise;
        controller.error(new Error('The connection was closed.'));
      },
    });
    const streamed = { method: 'POST', headers, body, duplex: 'half' };
    const asked = readMultipart(new Request('http://localhost/', streamed), { part: 'file', take, discard });
    await expect(asked).rejects.toMatchObject({ name: 'BadRequest' });
    await taking.promise;
    expect(discarded).toEqual(sent.length === 1 ? [] : ['a.txt: hello']);
  });

  it('tells why the file was not taken', async () => {
    const take = () => Promise.reject(new TypeError('No such kind.'));
    const asked = readMultipart(requestOf(file, '--edge--\r\n'), { part: 'file', take, discard });
    await expect(asked).rejects.toThrow('No such kind.');
  });

  it('of another kind is an empty one', async () => {
    const plain = new Request('http://localhost/', { method: 'POST', body: 'hello' });
    expect(await read(plain)).toEqual({ content: undefined, fields: new Map() });
  });
});
