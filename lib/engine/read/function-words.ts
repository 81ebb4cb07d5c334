// A name brings two (Mies van der Rohe); the same word again, as on the rows of a receipt, tells nothing new.
const MIN_FOREIGN = 3;
const MIN_ENGLISH = 5;

// The commonest short words, as the English model spells them: without accents. Words that English shares with
// another language (die, in, per, van, met), its abbreviations (est, ein, pas) and parts of addresses (com, e) are
// in neither list.
const english = wordSet(
  'the of and to is for that with at by from this are be you your it as not have we our will',
);
const others = wordSet(`
  der das und ist nicht mit von dem eine einen einer sie wir zu zum zur auf im des nach bei auch oder wird sind
  le la les et une dans nous vous qui au aux du sur avec votre notre vos sont cette
  el los las por una del como que sus pero este esta
  di che sono della dei nel gli suo alla
  nao uma dos das ao pela
  de het een voor niet aan zijn wij uw naar dat ook wordt deze onze
  och som det inte av vi har efter eller og ikke jeg ja ei`);

const ADDRESS = /\S*(?:@|:\/\/|www\.|\w\.[a-z]{2})\S*/g;

/**
 * What the small words of a text in Latin letters tell: another European language, nothing but English, or too
 * little. E-mail and web addresses do not count.
 */
export function languageOfSmallWords(text: string): 'english' | 'other' | 'unknown' {
  const words =
    text
      .toLowerCase()
      .replace(ADDRESS, ' ')
      .match(/[a-z]+/g) ?? [];
  const foreign = words.filter((word) => others.has(word));
  const own = words.filter((word) => english.has(word)).length;
  if (new Set(foreign).size >= MIN_FOREIGN && foreign.length > own) return 'other';
  return own >= MIN_ENGLISH && foreign.length === 0 ? 'english' : 'unknown';
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
