import { Figure } from '#app/_ui/figures/figure.tsx';
import { TimeChart } from '#app/_ui/figures/time-chart.tsx';
import { plural } from '#app/_ui/words.ts';
import type { Insights } from '#lib/contracts/index.ts';
import { contentTypeName, languageName } from './insight-words.ts';
import { KindBars } from './kind-bars.tsx';
import { accuracyTable, kindsTable, wordsTable } from './period-tables.ts';

const whenApproved =
  'Appears when pages are approved: what the machine had read is compared with what was approved.';

/** What the machine reads wrong, over time and by kind of document. */
export function AccuracyFigures({ insights }: { insights: Insights }) {
  const { total, contentTypes, languages, tags, correctedWords } = insights;
  const accuracy = accuracyTable(insights);
  if (total.approvedPages === 0) {
    return (
      <Figure title="Read wrong" note={null} table={accuracy} fileName="read-wrong" empty={whenApproved} />
    );
  }
  const asItIs = (name: string) => name;
  const kinds = [
    { title: 'Read wrong, by type of file', label: 'Type', rows: contentTypes, nameOf: contentTypeName },
    { title: 'Read wrong, by language', label: 'Read as', rows: languages, nameOf: languageName },
    { title: 'Read wrong, by tag', label: 'Tag', rows: tags, nameOf: asItIs },
  ];
  return (
    <>
      <Figure
        title="Read wrong"
        note={`Of the characters and words of ${plural(total.approvedPages, 'approved page')}${ofWords(insights)}.`}
        table={accuracy}
        fileName="read-wrong"
        empty={null}
        chart={<TimeChart title="Read wrong" table={accuracy} series={[1, 2]} kind="lines" />}
      />
      {kinds.map(({ title, label, rows, nameOf }) => (
        <Figure
          key={label}
          title={title}
          note={
            label === 'Type'
              ? 'Characters of approved pages.'
              : 'Characters of approved pages; a page with several counts with each.'
          }
          table={kindsTable(rows, label, nameOf)}
          fileName={`read-wrong-by-${label.toLowerCase().replace(' ', '-')}`}
          empty={rows.length === 0 ? 'Appears when documents with approved pages have tags.' : null}
          chart={<KindBars kinds={rows} nameOf={nameOf} />}
        />
      ))}
      <Figure
        title="Words corrected most"
        note={`In the ${plural(correctedWords.pages, 'page')} approved last that had a wrong word, and a hundred at most.`}
        table={wordsTable(insights)}
        fileName="corrected-words"
        empty={
          correctedWords.words.length === 0 ? 'Appears when pages with corrected words are approved.' : null
        }
      />
    </>
  );
}

/** Words are counted only where blanks divide them. */
function ofWords({ total: { approvedPages, wordPages } }: Insights): string {
  return wordPages === approvedPages
    ? ''
    : `; words only of the ${wordPages} in scripts with blanks between words`;
}
