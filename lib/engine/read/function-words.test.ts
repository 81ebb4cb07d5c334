import { expect, it } from 'vitest';
import { languageOfSmallWords } from './function-words.ts';

it.each([
  'vielen Dank fur Ihre Bestellung. Wir haben die Bucher gepruft und konnen sie mit der Post senden',
  'nous avons bien recu votre commande et nous vous en remercions; les pieces sont pretes',
  'les escribimos para confirmar la reunion del proximo miercoles a las diez de la manana',
  'wij danken u voor uw bestelling, die wij morgen naar het station brengen',
  'tack for din bestallning, som vi skickar i morgon och inte efter fredag',
  'Beleg Nr 12: Es bediente Sie Frau Weber. Bei Umtausch bitte den Bon zur Kasse mit der Ware',
  'merci de votre visite, a bientot dans notre magasin; ticket a conserver pour les echanges',
  'gracias por su compra; conserve el ticket para cambios de una prenda',
  'agradecemos a sua visita; nao se aceitam trocas de uma peca sem o talao da compra dos artigos',
  'abbiamo ricevuto il suo ordine e la ringraziamo; la merce non sara spedita prima della fine di maggio',
])('tells by its small words that this is not English: %s', (text) => {
  expect(languageOfSmallWords(text)).toBe('other');
});

it.each([
  'thank you for your order of 27 March, which we will send to the hotel de la Paix in Rue des Arts',
  'TOTAL 12.50 CASH 20.00 CHANGE 7.50 INVOICE NO 4711',
  'Ludwig Mies van der Rohe',
  'Receipt www.shop.com e-mail info@shop.com Till 3 thank you',
  'Till 3 Till 3 met van pas com e-mail Palmas de de de la la',
  'https://shop.de/und/der/das mit.der.und.das und@der.das.de',
  '',
])('takes this for English, or for nothing it could tell: %s', (text) => {
  expect(languageOfSmallWords(text)).not.toBe('other');
});

it('is sure of English only where no other language shows', () => {
  const order = 'thank you for your order, which we have sent to you by rail';
  expect(languageOfSmallWords(order)).toBe('english');
  expect(languageOfSmallWords(`${order} Rue de la Paix`)).toBe('unknown');
  expect(languageOfSmallWords('TOTAL 12.50 CASH 20.00')).toBe('unknown');
});
