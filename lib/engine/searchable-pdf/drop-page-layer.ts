import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { dropInvisibleText } from './drop-invisible-text.ts';

const MAX_DEPTH = 4;
/** A page's content beyond that is no text, and takes too much memory to look through. */
const MAX_CONTENT_BYTES = 32 * 2 ** 20;

/** Content and resources of a page without its invisible text; what had none is handed back as it is. */
export type PageContent = { contents: PDFObject[]; resources: PDFDict };

/**
 * Takes the invisible text out of a page's content and of the forms that it draws. Objects that other pages may
 * share are never changed: changed ones are copies. What cannot be decoded stays.
 */
export function dropPageLayer(context: PDFContext, { contents, resources }: PageContent): PageContent {
  // The streams of a page are one content: a text mode may begin in one and hold in the next.
  const decoded = contents.map((content) => decodedStream(context, content));
  const whole = decoded.every((part) => part !== null)
    ? Buffer.concat(decoded.flatMap((part) => [part, Buffer.from('\n')]))
    : null;
  const dropped = whole && dropInvisibleText(whole);
  return {
    contents: dropped ? [context.register(context.flateStream(dropped))] : contents,
    resources: dropFromForms(context, resources, 0) ?? resources,
  };
}

/** The resources with forms that hold no invisible text; null when none did. */
function dropFromForms(context: PDFContext, resources: PDFDict, depth: number): PDFDict | null {
  const objects = resources.lookup(PDFName.of('XObject'));
  if (depth >= MAX_DEPTH || !(objects instanceof PDFDict)) return null;
  let changed: PDFDict | null = null;
  for (const [name, object] of objects.entries()) {
    const form = withoutText(context, object, depth);
    if (!form) continue;
    changed ??= objects.clone(context);
    changed.set(name, form);
  }
  if (!changed) return null;
  const copy = resources.clone(context);
  copy.set(PDFName.of('XObject'), changed);
  return copy;
}

function withoutText(context: PDFContext, object: PDFObject, depth: number): PDFRef | null {
  const form = context.lookup(object);
  if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form'))
    return null;
  const content = decodedStream(context, form);
  const dropped = content && dropInvisibleText(content);
  const resources = form.dict.lookup(PDFName.of('Resources'));
  const inner = resources instanceof PDFDict ? dropFromForms(context, resources, depth + 1) : null;
  if (!content || (!dropped && !inner)) return null;
  const stream = context.flateStream(dropped ?? content);
  for (const [name, value] of form.dict.entries())
    if (!['/Filter', '/DecodeParms', '/Length'].includes(name.asString())) stream.dict.set(name, value);
  if (inner) stream.dict.set(PDFName.of('Resources'), inner);
  return context.register(stream);
}

function decodedStream(context: PDFContext, object: PDFObject): Uint8Array | null {
  const stream = context.lookup(object);
  if (!(stream instanceof PDFRawStream) || stream.contents.length > MAX_CONTENT_BYTES) return null;
  // The library does not undo what predictors do. No program writes text with them.
  if (stream.dict.has(PDFName.of('DecodeParms'))) return null;
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return null;
  }
}

/** The streams of which a page's content is made, in order. */
export function contentsOf(context: PDFContext, contents: PDFObject | undefined): PDFObject[] {
  const found = context.lookup(contents);
  if (found instanceof PDFArray) return found.asArray();
  return contents instanceof PDFRef && found ? [contents] : [];
}
