import type { Language, ReaderName } from './language.ts';

/** Code, English name, own name, Tesseract's code, other codes (ISO 639-2 and 639-3) parted by spaces. */
type Row = readonly [code: string, name: string, nativeName: string, tesseract: string, aliases?: string];

// The dictionary of the Latin model holds all their small letters. Of the capitals it lacks Ã, Æ, Ñ, Ø, Ù and Û,
// which come out as A, N, O and U.
const latin: readonly Row[] = [
  ['af', 'Afrikaans', 'Afrikaans', 'afr'],
  ['sq', 'Albanian', 'Shqip', 'sqi', 'alb'],
  ['eu', 'Basque', 'Euskara', 'eus', 'baq'],
  ['bs', 'Bosnian', 'Bosanski', 'bos'],
  ['ca', 'Catalan', 'Català', 'cat'],
  ['hr', 'Croatian', 'Hrvatski', 'hrv'],
  ['da', 'Danish', 'Dansk', 'dan'],
  ['nl', 'Dutch', 'Nederlands', 'nld', 'dut'],
  ['et', 'Estonian', 'Eesti', 'est'],
  ['fil', 'Filipino', 'Filipino', 'fil', 'tl tgl'],
  ['fi', 'Finnish', 'Suomi', 'fin'],
  ['fr', 'French', 'Français', 'fra', 'fre'],
  ['gl', 'Galician', 'Galego', 'glg'],
  ['de', 'German', 'Deutsch', 'deu', 'ger'],
  ['id', 'Indonesian', 'Bahasa Indonesia', 'ind'],
  ['ga', 'Irish', 'Gaeilge', 'gle'],
  ['it', 'Italian', 'Italiano', 'ita'],
  ['la', 'Latin', 'Latina', 'lat'],
  ['lb', 'Luxembourgish', 'Lëtzebuergesch', 'ltz'],
  ['ms', 'Malay', 'Bahasa Melayu', 'msa', 'may'],
  ['no', 'Norwegian', 'Norsk', 'nor', 'nb nob nn nno'],
  ['pt', 'Portuguese', 'Português', 'por'],
  ['sr-Latn', 'Serbian (Latin)', 'Srpski', 'srp_latn'],
  ['sl', 'Slovenian', 'Slovenščina', 'slv'],
  ['es', 'Spanish', 'Español', 'spa'],
  ['sw', 'Swahili', 'Kiswahili', 'swa'],
  ['sv', 'Swedish', 'Svenska', 'swe'],
];

// No model that ships knows them; with their script first.
const others: readonly (readonly [script: string, ...Row])[] = [
  ['Arabic', 'ar', 'Arabic', 'العربية', 'ara'],
  ['Armenian', 'hy', 'Armenian', 'Հայերեն', 'hye', 'arm'],
  ['Latin', 'az', 'Azerbaijani', 'Azərbaycanca', 'aze'],
  ['Cyrillic', 'be', 'Belarusian', 'Беларуская', 'bel'],
  ['Bengali', 'bn', 'Bengali', 'বাংলা', 'ben'],
  ['Cyrillic', 'bg', 'Bulgarian', 'Български', 'bul'],
  ['Burmese', 'my', 'Burmese', 'မြန်မာ', 'mya', 'bur'],
  ['Han', 'zh-Hant', 'Chinese (traditional)', '繁體中文', 'chi_tra', 'zh-TW zh-HK'],
  ['Latin', 'cs', 'Czech', 'Čeština', 'ces', 'cze'],
  ['Latin', 'eo', 'Esperanto', 'Esperanto', 'epo'],
  ['Georgian', 'ka', 'Georgian', 'ქართული', 'kat', 'geo'],
  ['Greek', 'el', 'Greek', 'Ελληνικά', 'ell', 'gre'],
  ['Gujarati', 'gu', 'Gujarati', 'ગુજરાતી', 'guj'],
  ['Hebrew', 'he', 'Hebrew', 'עברית', 'heb'],
  ['Devanagari', 'hi', 'Hindi', 'हिन्दी', 'hin'],
  ['Latin', 'hu', 'Hungarian', 'Magyar', 'hun'],
  ['Latin', 'is', 'Icelandic', 'Íslenska', 'isl', 'ice'],
  ['Kannada', 'kn', 'Kannada', 'ಕನ್ನಡ', 'kan'],
  ['Cyrillic', 'kk', 'Kazakh', 'Қазақша', 'kaz'],
  ['Khmer', 'km', 'Khmer', 'ខ្មែរ', 'khm'],
  ['Hangul', 'ko', 'Korean', '한국어', 'kor'],
  ['Lao', 'lo', 'Lao', 'ລາວ', 'lao'],
  ['Latin', 'lv', 'Latvian', 'Latviešu', 'lav'],
  ['Latin', 'lt', 'Lithuanian', 'Lietuvių', 'lit'],
  ['Cyrillic', 'mk', 'Macedonian', 'Македонски', 'mkd', 'mac'],
  ['Malayalam', 'ml', 'Malayalam', 'മലയാളം', 'mal'],
  ['Latin', 'mt', 'Maltese', 'Malti', 'mlt'],
  ['Devanagari', 'mr', 'Marathi', 'मराठी', 'mar'],
  ['Cyrillic', 'mn', 'Mongolian', 'Монгол', 'mon'],
  ['Devanagari', 'ne', 'Nepali', 'नेपाली', 'nep'],
  ['Arabic', 'ps', 'Pashto', 'پښتو', 'pus'],
  ['Arabic', 'fa', 'Persian', 'فارسی', 'fas', 'per'],
  ['Latin', 'pl', 'Polish', 'Polski', 'pol'],
  ['Gurmukhi', 'pa', 'Punjabi', 'ਪੰਜਾਬੀ', 'pan'],
  ['Latin', 'ro', 'Romanian', 'Română', 'ron', 'rum'],
  ['Cyrillic', 'ru', 'Russian', 'Русский', 'rus'],
  ['Cyrillic', 'sr', 'Serbian (Cyrillic)', 'Српски', 'srp'],
  ['Sinhala', 'si', 'Sinhala', 'සිංහල', 'sin'],
  ['Latin', 'sk', 'Slovak', 'Slovenčina', 'slk', 'slo'],
  ['Tamil', 'ta', 'Tamil', 'தமிழ்', 'tam'],
  ['Telugu', 'te', 'Telugu', 'తెలుగు', 'tel'],
  ['Thai', 'th', 'Thai', 'ไทย', 'tha'],
  ['Latin', 'tr', 'Turkish', 'Türkçe', 'tur'],
  ['Cyrillic', 'uk', 'Ukrainian', 'Українська', 'ukr'],
  ['Arabic', 'ur', 'Urdu', 'اردو', 'urd'],
  ['Latin', 'uz', 'Uzbek', 'Oʻzbekcha', 'uzb'],
  ['Latin', 'vi', 'Vietnamese', 'Tiếng Việt', 'vie'],
  ['Latin', 'cy', 'Welsh', 'Cymraeg', 'cym', 'wel'],
];

/** The languages as data. Everything about them is asked through languages.ts. */
export const languageTable: readonly Language[] = [
  language('english', 'Latin', ['en', 'English', 'English', 'eng']),
  {
    code: 'und-Latn',
    name: 'Other language in Latin letters',
    nativeName: '',
    script: 'Latin',
    reader: 'latin',
    tesseract: null,
    aliases: [],
  },
  language('chinese', 'Han', [
    'zh',
    'Chinese (simplified)',
    '简体中文',
    'chi_sim',
    'zho chi cmn zh-Hans zh-CN',
  ]),
  language('japanese', 'Japanese', ['ja', 'Japanese', '日本語', 'jpn']),
  ...latin.map((row) => language('latin', 'Latin', row)),
  ...others.map(([script, ...row]) => language('tesseract', script, row)),
];

function language(reader: ReaderName, script: string, row: Row): Language {
  const [code, name, nativeName, tesseract, others = ''] = row;
  const aliases = [tesseract, ...others.split(' ')].filter((alias) => alias !== '' && alias !== code);
  return { code, name, nativeName, script, reader, tesseract, aliases };
}
