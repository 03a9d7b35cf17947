import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Each width and each scheme once: no colour depends on the width. */
export const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

/** A reader of a site that lies in a folder. Whatever a page complains of is kept. */
export class Reader {
  readonly complaints: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (m) => {
      if (m.type() === 'error' || m.type() === 'warning') this.complaints.push(m.text());
    });
    page.on('pageerror', (e) => this.complaints.push(e.message));
    page.on('dialog', (d) => {
      this.complaints.push(`dialog: ${d.message()}`);
      void d.dismiss();
    });
    page.on('requestfailed', (r) => {
      // What was on its way when the reader went on is no failure.
      if (r.failure()?.errorText === 'net::ERR_ABORTED') return;
      this.complaints.push(`not loaded: ${r.url()}`);
    });
    page.on('request', (r) => {
      if (!r.url().startsWith('file:')) this.complaints.push(`asked elsewhere: ${r.url()}`);
    });
  }

  static async open(browser: Browser, folder: string, look: Look = LOOKS[0]!): Promise<Reader> {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width > 500 ? 900 : 844 },
      colorScheme: look.scheme,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    return new Reader(folder, context, await context.newPage());
  }

  /** A page of the site, loaded anew whatever its fragment. */
  async goto(path: string): Promise<void> {
    const [file = '', fragment] = path.split('#');
    const { href } = pathToFileURL(join(this.folder, file));
    await this.page.goto('about:blank');
    await this.page.goto(fragment === undefined ? href : `${href}#${fragment}`);
  }

  /** Where the reader is, below the root of the site. */
  at(): string {
    return decodeURI(this.page.url()).replace(`${pathToFileURL(this.folder).href}/`, '');
  }

  async close(): Promise<void> {
    expect(this.complaints).toEqual([]);
    await this.context.close();
  }
}
