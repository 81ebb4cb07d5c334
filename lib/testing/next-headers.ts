// Stands in for `next/headers` in tests of actions: Next gives them the browser's cookies, here a map is the browser.

export const browser = {
  cookies: new Map<string, string>(),
  /** Of whose page it makes requests. */
  origin: 'http://localhost:3000',
};

export async function headers(): Promise<Headers> {
  const { origin } = browser;
  return new Headers({ origin, 'user-agent': 'a browser', 'x-forwarded-for': '192.0.2.7' });
}

export async function cookies() {
  return {
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string, options: { maxAge?: number }) => {
      if (options.maxAge === 0) browser.cookies.delete(name);
      else browser.cookies.set(name, value);
    },
  };
}
