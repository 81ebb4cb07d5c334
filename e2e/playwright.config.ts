import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // Generous: the machine may be busy, and what passes does not wait.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: await findBrowser(),
    screenshot: 'only-on-failure',
  },
});
