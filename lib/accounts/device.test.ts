import { expect, it } from 'vitest';
import { deviceInWords } from './device.ts';

const MAC_CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const IPHONE_SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

it.each([
  [MAC_CHROME, 'Chrome on Mac'],
  [`${MAC_CHROME} Edg/131.0.0.0`, 'Edge on Mac'],
  [IPHONE_SAFARI, 'Safari on iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox on Linux'],
  ['curl/8.5', 'Unknown device'],
  [null, 'Unknown device'],
])('knows the machine behind %s', (userAgent, words) => {
  expect(deviceInWords(userAgent)).toBe(words);
});
