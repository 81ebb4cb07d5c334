import { sampleReport } from './sample-texts.ts';
import { between, oneOf, type Random } from './seeded-random.ts';

// Invented texts of any length for the bench. ASCII only: that is what every engine's English model can write.

const SENTENCES = sampleReport
  .flat()
  .flatMap(({ paragraph }) => paragraph.split(/(?<=\.) /))
  .filter((sentence) => sentence.length > 20);
const NAMES = ['Adeyemi', 'Whitfield', "O'Neill", 'Larkspur', 'Quigley', 'Zhukov', 'McBride', 'Fjord'];
const PLACES = ['Wexcombe', 'Northmouth', 'Mill Lane', 'Harbour Street', 'Knox-on-Sea'];
const MONTHS = ['January', 'March', 'May', 'July', 'October', 'December'];
const GOODS = [
  'Envelopes C5',
  'Fountain pen ink',
  'Notebook A5',
  'Pencils HB',
  'Paper A4 80g',
  'Stapler',
  'Glue',
];

// What running prose seldom has and letters, invoices and rules are full of.
const BUSINESS: readonly ((random: Random) => string)[] = [
  (random) => `Invoice no. ${digits(random, 6)} of ${date(random)} for $${amount(random)} is due in 30 days.`,
  (random) =>
    `Ms ${oneOf(random, NAMES)} (tel. 01632 ${digits(random, 6)}) wrote: "Please send ${between(random, 2, 90)} more."`,
  (random) =>
    `See section ${between(random, 1, 9)}.${between(random, 1, 20)}, items (a)-(c); cf. page ${between(random, 2, 400)}.`,
  (random) => `The rate rose from ${percent(random)} to ${percent(random)}, i.e. by about a fifth.`,
  (random) => `Who, then, would pay ${amount(random)} for a 3/4-inch pipe? Nobody: it's too dear!`,
  (random) =>
    `Write to ${oneOf(random, NAMES).toLowerCase().replace("'", '')}@example.org or ${oneOf(random, PLACES)}, ${between(random, 1, 99)} ${oneOf(random, PLACES)}.`,
  (random) =>
    `The well-known firm ${oneOf(random, NAMES)} & Sons moved to ${oneOf(random, PLACES)} on ${date(random)}.`,
];

/** Sentences of prose, every third one with figures, signs and names. */
export function* prose(random: Random): Generator<string, never> {
  for (;;) {
    yield oneOf(random, SENTENCES);
    yield oneOf(random, SENTENCES);
    yield oneOf(random, BUSINESS)(random);
  }
}

const RECEIPT_WIDTH = 30;

/** The lines of a receipt, set for a fixed pitch of 30 characters a line. */
export function receiptLines(random: Random): string[] {
  const items = Array.from({ length: between(random, 4, 12) }, () => ({
    name: oneOf(random, GOODS),
    cents: between(random, 95, 9_900),
  }));
  const total = items.reduce((sum, { cents }) => sum + cents, 0);
  const tax = Math.round(total / 6);
  return [
    `${oneOf(random, NAMES).toUpperCase()} TRADING LTD`,
    `${between(random, 1, 99)} ${oneOf(random, PLACES)}`,
    `Tel: 01632 ${digits(random, 6)}`,
    `VAT no. ${digits(random, 9)}`,
    '',
    priced('Item', 'GBP'),
    ...items.map(({ name, cents }) => priced(name, money(cents))),
    '',
    priced('Subtotal', money(total - tax)),
    priced('VAT 20.00%', money(tax)),
    priced('TOTAL', money(total)),
    '',
    `${date(random)} ${between(random, 10, 21)}:${digits(random, 2)}`,
    'Thank you, please come again!',
  ];
}

function priced(name: string, price: string): string {
  return name.padEnd(RECEIPT_WIDTH - price.length) + price;
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function amount(random: Random): string {
  return (between(random, 1_000, 9_999_999) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

function percent(random: Random): string {
  return `${between(random, 1, 40)}.${between(random, 0, 9)}%`;
}

function date(random: Random): string {
  return `${between(random, 1, 28)} ${oneOf(random, MONTHS)} 20${between(random, 27, 41)}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => between(random, 0, 9)).join('');
}
