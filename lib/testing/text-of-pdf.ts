import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The text of each page of a PDF as PDFium tells it to somebody who searches or copies. */
export async function textOfPdf(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const texts = [...document.pages()].map((page) => page.getText().replace(/\r\n/g, '\n'));
  document.destroy();
  return texts;
}
