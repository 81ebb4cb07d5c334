import { InvalidInput } from '#lib/platform/errors.ts';

const MIN_SECONDS = 5;
const MAX_SECONDS = 24 * 3_600;

/**
 * Seconds in a `Cancel-After` header: a whole number of them, or hours, minutes and seconds as in `1h30m45s`, from
 * 5 seconds to 24 hours (contract 6.7). Undefined without the header.
 * @throws InvalidInput for anything else.
 */
export function cancelAfterSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = secondsOf(header.trim());
  if (seconds !== undefined && seconds >= MIN_SECONDS && seconds <= MAX_SECONDS) return seconds;
  throw new InvalidInput('Input validation failed', [
    {
      type: 'format',
      field: 'Cancel-After',
      description: 'Must be a duration from 5s to 24h, such as 90, 90s, 5m or 1h30m45s',
    },
  ]);
}

function secondsOf(duration: string): number | undefined {
  if (/^\d{1,6}$/.test(duration)) return Number(duration);
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/i.exec(duration);
  if (!parts || duration === '') return undefined;
  const [, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return hours * 3_600 + minutes * 60 + seconds;
}
