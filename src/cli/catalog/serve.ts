import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { AddressInfo } from 'node:net';
import { reasonOf } from '../../convert/guard.js';
import { securityHeaders } from '../../catalog/site/layout.js';
import { visible } from '../../source/visible.js';
import { readJobs } from '../batches.js';
import { LiveCatalog } from './live.js';
import type { CatalogFlags } from './source.js';
import { commandFrame } from '../terminal/hints.js';
import { readSettings } from '../settings.js';
import { counted, tell, wantsColour } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface ServeFlags extends CatalogFlags {
  readonly port: string;
  readonly host: string;
}

/** `sigmaql catalog serve`; runs until a signal stops it, and returns the exit status. */
export async function catalogServeCommand(
  rules: readonly string[],
  flags: ServeFlags,
): Promise<number> {
  const port = Number(flags.port);
  if (!/^\d+$/.test(flags.port) || port > 65_535) {
    throw new UsageError('--port must be a number from 0 to 65535.');
  }
  const jobs = readJobs(flags.jobs);
  const settings = await readSettings(flags, true);
  const catalog = await LiveCatalog.read(rules, flags, settings, jobs);
  const colour = wantsColour(process.stderr);
  for (const d of catalog.diagnostics) tell(`${commandFrame(d, { colour })}\n\n`);
  const readers = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, flags.host, catalog, readers);
  });
  server.maxConnections = CONNECTIONS;
  server.headersTimeout = SLOW;
  server.requestTimeout = SLOW;
  const address = await listen(server, port, flags.host).catch(async (error: unknown) => {
    await catalog.close();
    throw error;
  });
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  process.stdout.write(`http://${host}:${address.port}/\n`);
  const { size } = catalog;
  tell(`${counted(size, 'rule')}. Stop with Ctrl+C.\n`);
  const stopped = untilStopped();
  catalog.watch(
    ({ paths, milliseconds }) => {
      for (const reader of readers) {
        // One that reads nothing is not waited for.
        if (reader.writableLength > UNREAD) reader.destroy();
        else reader.write('data: changed\n\n');
      }
      const [first = '', ...others] = paths.map(visible);
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      tell(`${Math.round(milliseconds)} ms: ${first}${more}\n`);
    },
    (reason) => tell(`${visible(reason)}\n`),
  );
  await stopped;
  await catalog.close();
  for (const reader of readers) reader.end();
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  return 0;
}

/** Milliseconds that a request may take to arrive, and its answer to be read. */
const SLOW = 10_000;
const CONNECTIONS = 200;
/** Bytes that may wait for a reader of changes. */
const UNREAD = 1_024;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Pages come from memory, by their exact names: no path of a request is ever opened. */
function answer(
  { method, url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  host: string,
  catalog: LiveCatalog,
  readers: Set<ServerResponse>,
): void {
  const plain = { 'content-type': 'text/plain; charset=utf-8', ...securityHeaders(true) };
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, plain).end(`${text}\n`);
  };
  if (!isOwnHost(headers.host, host)) {
    return refuse(421, 'This server only answers to its own address.');
  }
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET and HEAD are supported.');
  const path = url
    .replace(/[?#].*$/s, '')
    .replace(/^\/$/, '/index.html')
    .slice(1);
  if (path === 'live') {
    response.writeHead(200, { ...plain, 'content-type': 'text/event-stream' }).flushHeaders();
    readers.add(response);
    response.on('close', () => readers.delete(response));
    return;
  }
  response.setTimeout(SLOW, () => response.destroy());
  const text = pageOf(catalog, path);
  if (text === null) return refuse(404, 'Page not found.');
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8';
  response.writeHead(200, { ...securityHeaders(true), 'content-type': type });
  response.end(method === 'HEAD' ? undefined : text);
}

/** A page that cannot be made is missing; the others are there. */
function pageOf(catalog: LiveCatalog, path: string): string | null {
  try {
    return catalog.page(path);
  } catch (error) {
    tell(`${visible(path)}: ${visible(reasonOf(error))}\n`);
    return null;
  }
}

/**
 * A page from elsewhere can give this server a name of its own and read it under that: only
 * addresses, `localhost` and the name that the user gave are answered.
 */
function isOwnHost(given: string | undefined, host: string): boolean {
  const name = (given ?? '').replace(/:\d+$/, '').toLowerCase();
  return (
    name === 'localhost' ||
    name === host.toLowerCase() ||
    isIP(name.replace(/^\[(.*)\]$/, '$1')) > 0
  );
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'the port is in use' : (error.code ?? error.message);
      reject(new UsageError(`Cannot listen on ${host}:${port}: ${reason}. Choose another --port.`));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
