import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

/** Whether browser tests are left out: where there is no browser, but for CI, which must have one. */
export const noBrowser = !executablePath && !process.env['CI'];
if (noBrowser) console.log('No Chromium here: browser tests are skipped.');

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
