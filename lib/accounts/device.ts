import bowser from 'bowser';

/** "Firefox on Linux": enough for people to know their own machines again. */
export function deviceInWords(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device';
  const { browser, os, platform } = bowser.parse(userAgent);
  const system = shorter(platform.model ?? os.name);
  const program = shorter(browser.name);
  return [program, system].filter(Boolean).join(' on ') || 'Unknown device';
}

const SHORTER: Record<string, string> = { 'Microsoft Edge': 'Edge', macOS: 'Mac', 'Chrome OS': 'ChromeOS' };

function shorter(name = ''): string {
  return SHORTER[name] ?? name;
}
