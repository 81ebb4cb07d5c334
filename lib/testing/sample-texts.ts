/** A section of the sample report: a heading and a paragraph. Everything in these texts is invented. */
export type Section = { heading: string; paragraph: string };

export const sampleReceipt: readonly string[] = [
  'LARKSPUR STATIONERY',
  '14 Harbour Street, Wexcombe',
  'Tel 01632 960 118',
  '',
  'Receipt 20417',
  '27/03/2031 14:52',
  'Served by Imogen',
  '',
  'Envelopes C5, box     12.40',
  'Fountain pen ink       8.75',
  'Notebook A5 dotted     6.90',
  '  2 at 3.45',
  'Pencils HB, dozen      4.20',
  'Paper A4 80 g          5.60',
  '',
  'Subtotal              37.85',
  'VAT 20%                7.57',
  'TOTAL                 45.42',
  '',
  'Cash                  50.00',
  'Change                 4.58',
  '',
  'Goods may be returned',
  'within 28 days.',
  'Thank you for your visit!',
];

/** Ten pages of two sections each. */
export const sampleReport: readonly (readonly [Section, Section])[] = [
  [
    {
      heading: 'The year at Harbour Street Library',
      paragraph:
        'The library on Harbour Street opened its doors on 304 days of the year and counted 118,260 visits, more than in any year since the new reading room was built. Most people came on Saturdays, and the busiest hour of the week was between eleven and noon.',
    },
    {
      heading: 'What this report contains',
      paragraph:
        'The following pages describe the collection, the building, the people who work here and the money that was spent. Figures are rounded to whole pounds. Every number was counted by the staff and checked by two members of the board before it was printed.',
    },
  ],
  [
    {
      heading: 'The collection',
      paragraph:
        'At the end of the year the shelves held 64,900 books, 2,310 recordings and 148 maps of the coast. We bought 3,870 new titles and parted with 2,940 that nobody had borrowed for ten years. Readers chose a third of the new titles by writing in the suggestion book.',
    },
    {
      heading: 'What was borrowed',
      paragraph:
        'Loans rose to 201,455, and crime novels remained in front of cookery and travel. The book most often lent was a slim guide to the birds of the estuary, which had a waiting list from April to October. Children under twelve borrowed 71,200 books.',
    },
  ],
  [
    {
      heading: 'The building',
      paragraph:
        'The roof over the north wing was mended in May, after rain had reached the atlas room twice. No book was lost. The old lift was replaced in September; it now stops at the basement, so that the local archive can be reached without stairs for the first time.',
    },
    {
      heading: 'Heat and light',
      paragraph:
        'New windows on the harbour side saved about a fifth of the heating. All lamps in the reading room were changed in one night, and the room is now lit as brightly as before with less than half of the power. The clock above the entrance runs again.',
    },
  ],
  [
    {
      heading: 'People',
      paragraph:
        'Fourteen people work in the library, nine of them full time. Two left during the year and three joined. Mrs Adeyemi, who looked after the music room for twenty-six years, retired in June; the brass band of the town played for her on the steps.',
    },
    {
      heading: 'Volunteers',
      paragraph:
        'Forty-one volunteers gave 3,200 hours of their time. They read aloud to children, carried books to people who cannot leave their homes, and mended 870 volumes in the workshop behind the boiler room. The board thanks every one of them.',
    },
  ],
  [
    {
      heading: 'Children and schools',
      paragraph:
        'Every class of the seven primary schools visited us at least once. The reading club for children aged eight to eleven grew from two groups to four. In August a tent stood in the garden, and 260 children slept one night among the shelves, or at least tried to.',
    },
    {
      heading: 'Learning together',
      paragraph:
        'On Tuesday evenings people who are new to the town practise the language over tea. On Thursdays volunteers help with letters, forms and telephones. Both evenings were full so often that a third one was begun in November, in the small hall.',
    },
  ],
  [
    {
      heading: 'Events',
      paragraph:
        'We held 96 events with 7,480 guests. The most popular was a lecture on shipwrecks, which had to be repeated twice. The winter series of silent films with piano sold out within a day. Three evenings were called off because of storms.',
    },
    {
      heading: 'The exhibition',
      paragraph:
        'From March to July the upper gallery showed photographs of the fishing fleet taken between 1902 and 1938. Visitors recognised 57 of the people in them, and their names are now written in the catalogue. The exhibition will travel to Northmouth next spring.',
    },
  ],
  [
    {
      heading: 'The archive',
      paragraph:
        'The local archive received eleven gifts, among them the account books of the rope works and a chest of letters from the lighthouse. Reading the letters has begun: 640 pages were copied out by hand, and the machine has read about 5,000 more.',
    },
    {
      heading: 'Scanning old papers',
      paragraph:
        'A second scanner was bought in February. Working four mornings a week, the team scanned 18,300 pages. Where the ink has faded the text is checked by two people. Anyone may search the finished part from home and order copies for a small fee.',
    },
  ],
  [
    {
      heading: 'Income',
      paragraph:
        'The town paid 412,000 pounds towards the library. Fees and fines brought 18,640 pounds, the shop 9,215 pounds and gifts 27,300 pounds. A legacy of 50,000 pounds, left by a reader who wished not to be named, was set aside for the garden.',
    },
    {
      heading: 'Spending',
      paragraph:
        'Wages took 318,500 pounds, books and journals 61,200 pounds, the building 74,900 pounds and everything else 22,150 pounds. The year closed with a small surplus, which the board has put into the fund for the roof of the south wing.',
    },
  ],
  [
    {
      heading: 'What readers told us',
      paragraph:
        'In October we asked 1,200 readers what they liked and what they missed. Nine out of ten were content. They praised the quiet of the reading room and the patience of the staff. They wished for longer hours on Sundays and for better coffee.',
    },
    {
      heading: 'What we will change',
      paragraph:
        'From April the library opens on Sundays from one to five. The coffee machine has gone, and a baker from Mill Lane will run a counter by the entrance. More sockets will be fitted at the long tables, and the chairs will be mended one row at a time.',
    },
  ],
  [
    {
      heading: 'Plans for the coming year',
      paragraph:
        'The garden will be laid out anew with benches, shade and a wall for climbing roses. The catalogue moves to a new system in the first week of February; for three days nothing can be ordered. The map room will be open to everyone every day.',
    },
    {
      heading: 'Thanks',
      paragraph:
        'We thank the town, the friends of the library and all who gave time or money. Above all we thank our readers, without whom this would be a warehouse. The next report will appear in a year; until then the doors are open from nine to seven.',
    },
  ],
];
