import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { unpackChromium } from './unpack-chromium.ts';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// The sandbox needs rights that root and most containers lack, and every page here is our own.
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-component-update'];

/**
 * The Chromium to test with: CHROMIUM_PATH, else the one Playwright has downloaded, else the system's, else the
 * one that npm brought. So `npm ci && npm test` needs nothing else on x64 Linux.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, args };
  if (existsSync(chromium.executablePath())) return { args };
  const installed = systemBrowsers.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args };
  return { ...(await unpackChromium()), args };
}
