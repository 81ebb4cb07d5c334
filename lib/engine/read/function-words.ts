// The commonest short words, as the English model spells them: without accents. Words that English shares with
// another language (die, in, per) are in neither list.
const english = wordSet(
  'the of and to is for that with at by from this are be you your it as not have we our will',
);
const others = wordSet(`
  der das und ist nicht mit von den dem ein eine sie wir zu auf im des fur
  le la les et est une dans nous vous qui pas au aux du ce
  el los las por con para una del se su como mas
  il di che non sono della dei nel gli e
  que nao com os uma da dos em
  de het een van voor niet op aan zijn
  och att som det med av till og ikke til pa ja ei`);

// A name brings two (Mies van der Rohe).
const MIN_FOREIGN = 3;
const MIN_ENGLISH = 5;

/**
 * What the small words of a text in Latin letters tell: another European language, nothing but English, or too
 * little.
 */
export function languageOfSmallWords(text: string): 'english' | 'other' | 'unknown' {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const foreign = words.filter((word) => others.has(word)).length;
  const own = words.filter((word) => english.has(word)).length;
  if (foreign >= MIN_FOREIGN && foreign > own) return 'other';
  return own >= MIN_ENGLISH && foreign === 0 ? 'english' : 'unknown';
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
