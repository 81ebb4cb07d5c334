import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { makePageImage } from './image-factory.ts';

/** A scan with a visible stamp, and what an OCR program recognised: on the page and in a form. */
export async function scanWithLayer(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const scan = await document.embedJpg(await makePageImage(['Total of goods'], { format: 'jpeg' }));
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawImage(scan, { x: 0, y: 0, width: 595, height: 842 });
  page.drawText('Stamped', { x: 300, y: 20, size: 12, font });
  const key = page.node.newFontDictionary('Layer', font.ref);
  const show = `BT ${key} 12 Tf 3 Tr 1 0 0 1 50 780 Tm (${text}) Tj 0 -20 Td [(more )-200(of it)] TJ ET`;
  const form = document.context.stream(show, {
    ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 595, 842] },
    Resources: { Font: { [key.asString().slice(1)]: font.ref } },
  });
  const name = page.node.newXObject('Layer', document.context.register(form));
  page.node.addContentStream(
    document.context.register(document.context.flateStream(`q ${show} Q ${name} Do`)),
  );
  return await document.save();
}
