/** What turns the picture of a line into text: a model that ships with Lectern, or Tesseract where installed. */
export type ReaderName = 'english' | 'latin' | 'chinese' | 'japanese' | 'tesseract';

export type Language = {
  /** ISO 639-1 where there is one, with a script (BCP 47) where one language is written in several. */
  code: string;
  /** In English. */
  name: string;
  nativeName: string;
  script: string;
  reader: ReaderName;
  /** The code of Tesseract's data, or null where there is none. */
  tesseract: string | null;
  /** Other codes that mean it: ISO 639-2 and 639-3, Tesseract's. */
  aliases: readonly string[];
};

/** A choice of one language as people see it. */
export type LanguageChoice = { code: string; name: string; nativeName: string };
