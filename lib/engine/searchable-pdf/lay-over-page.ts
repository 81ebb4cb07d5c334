import { type PDFContext, PDFDict, PDFName, PDFPageLeaf, type PDFRef } from '@cantoo/pdf-lib';
import { withPdfPage } from '../open/pdf-file.ts';
import { contentsOf, dropPageLayer } from './drop-page-layer.ts';
import { layerContent } from './layer-content.ts';
import type { LayerFont } from './layer-font.ts';
import { pagePlace } from './page-place.ts';
import { shownWords } from './shown-words.ts';
import type { TextLayer } from './text-layer.ts';

const FONT_NAME = 'LecternBlank';

/**
 * Writes a text layer over the page at `ref`, in place of invisible text that it holds. Words that the page itself
 * shows letter by letter are left to it. The page object is replaced by one of its own, so that nothing that
 * other pages share changes. `file` is the PDF whose page it is, for PDFium to tell how it lies.
 */
export async function layOverPage(
  { context, font, ref }: { context: PDFContext; font: LayerFont; ref: PDFRef },
  file: string,
  layer: TextLayer,
): Promise<void> {
  const { lines, width, height, turned } = layer;
  const { place, isShown } = await withPdfPage(file, layer.page, undefined, (page) => {
    const place = pagePlace(page.transformTo({ width, height }, turned));
    return { place, isShown: shownWords(page.characters() ?? [], place) };
  });
  const missing = lines.map((line) => ({ ...line, words: line.words.filter((word) => !isShown(word)) }));
  const content = layerContent(missing, { font, fontName: FONT_NAME, place });
  const page = context.lookup(ref);
  if (!(page instanceof PDFPageLeaf)) return;
  const kept = dropPageLayer(context, {
    contents: contentsOf(context, page.get(PDFName.Contents)),
    resources: page.Resources() ?? context.obj({}),
  });
  const fonts = kept.resources.lookup(PDFName.Font);
  const withFont = fonts instanceof PDFDict ? fonts.clone(context) : context.obj({});
  withFont.set(PDFName.of(FONT_NAME), font.ref);
  const resources = kept.resources.clone(context);
  resources.set(PDFName.Font, withFont);
  // First, where the page's own content has not moved anything yet.
  const layered = [context.register(context.flateStream(content)), ...kept.contents];
  const copy = page.clone(context);
  copy.set(PDFName.Contents, context.obj(layered));
  copy.set(PDFName.Resources, resources);
  context.assign(ref, copy);
}
