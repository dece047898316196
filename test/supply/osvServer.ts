import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';
import type { Ecosystem } from '../../src/core/packages';
import { fieldsOf, type Table, tables, textOf } from '../../src/core/untyped';
import { affects } from '../../src/supply/advisories/adviseOn';
import { compareIn } from '../../src/supply/advisories/compareIn';
import { packageKey } from '../../src/supply/advisories/ecosystemOf';
import { readOsvRecord } from '../../src/supply/advisories/readOsvRecord';

/** How the server misbehaves; each holds for every request until it is set anew. */
export interface Mode {
  /** Answers so many requests with this status first. */
  readonly status?: number;
  readonly times?: number;
  /** Cuts the connection after so many bytes of a zip; `once` only the first time. */
  readonly cutAfter?: number;
  readonly cutOnce?: boolean;
  /** Milliseconds before it answers. */
  readonly delay?: number;
  /** Sends this instead of any body. */
  readonly body?: string | Buffer;
  /** Answers 304 whatever is asked. */
  readonly stale?: boolean;
  /** Knows nothing of ranges. */
  readonly noRanges?: boolean;
}

export interface OsvServer {
  readonly url: string;
  /** What was asked, `METHOD path range`. */
  readonly asked: string[];
  set(mode: Mode): void;
  close(): Promise<void>;
}

/** Results on a page of `querybatch`. */
const pageLength = 3;

/** A server on the loopback that speaks OSV's protocol about some records: querybatch with pages, details, zips with ETag and Range. */
export async function startOsvServer(records: readonly Table[]): Promise<OsvServer> {
  const asked: string[] = [];
  let mode: Mode = {};
  let cut = 0;
  let refused = 0;
  const zips = new Map<string, Buffer>();
  const zipOf = (ecosystem: string) => {
    const known = zips.get(ecosystem) ?? makeZip(records.filter(record => isOf(record, ecosystem)));
    zips.set(ecosystem, known);
    return known;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(`${request.method} ${path} ${request.headers.range ?? ''}`.trim());
    if (mode.delay) await new Promise(resolve => setTimeout(resolve, mode.delay));
    if (mode.status && refused++ < (mode.times ?? Number.POSITIVE_INFINITY)) return end(response, mode.status, '');
    if (mode.body !== undefined) return end(response, 200, mode.body);
    const zip = /^\/(.+)\/all\.zip$/.exec(path)?.[1];
    if (zip) return sendZip(request, response, zipOf(zip));
    const id = /^\/v1\/vulns\/(.+)$/.exec(path)?.[1];
    if (id) {
      const record = records.find(one => one.id === id);
      return end(response, record ? 200 : 404, JSON.stringify(record ?? { code: 5 }));
    }
    if (path === '/v1/querybatch')
      return end(response, 200, JSON.stringify(queryBatch(records, await bodyOf(request))));
    return end(response, 404, '');
  };
  const sendZip = (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => {
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    if (mode.stale || request.headers['if-none-match'] === etag) return end(response, 304, '');
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const partial = start > 0 && !mode.noRanges && request.headers['if-range'] === etag;
    const part = partial ? bytes.subarray(start) : bytes;
    response.writeHead(partial ? 206 : 200, {
      etag,
      'content-length': part.length,
      ...(partial ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}),
      'x-goog-hash': `md5=${createHash('md5').update(bytes).digest('base64')}`,
    });
    if (mode.cutAfter === undefined || (mode.cutOnce && cut++ > 0)) return response.end(part);
    return response.write(part.subarray(0, mode.cutAfter), () => response.destroy());
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set(next) {
      mode = next;
      cut = 0;
      refused = 0;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The real records beside the repository, or undefined where they are not. */
export function sharedRecords(name: 'npm' | 'pypi' | 'crates' | 'go'): Table[] | undefined {
  const file = join(__dirname, '../../../shared/data/osv', `${name}.jsonl.gz`);
  if (!existsSync(file)) return undefined;
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  return lines.map(line => fieldsOf(JSON.parse(line)));
}

/** A zip of records, a file each. */
export function makeZip(records: readonly Table[]): Buffer {
  return zipOfFiles(records.map(record => [`${String(record.id)}.json`, Buffer.from(JSON.stringify(record))]));
}

/** A zip of some files; `claim` overrides the unpacked size that its directory tells. */
export function zipOfFiles(files: readonly (readonly [string, Buffer])[], claim?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(claim ?? bytes.length, 18);
    about.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, tail, title]));
    parts.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, index, end]);
}

function isOf(record: Table, ecosystem: string): boolean {
  return tables(record.affected).some(one => fieldsOf(one.package).ecosystem === ecosystem);
}

function queryBatch(records: readonly Table[], body: unknown): unknown {
  const results = tables(fieldsOf(body).queries).map(query => {
    const { name, ecosystem } = fieldsOf(query.package);
    const version = textOf(query.version) ?? '';
    const start = Number(textOf(query.page_token) ?? 0);
    const key = packageKey(ecosystem as Ecosystem, String(name));
    const hits = records.filter(record =>
      readOsvRecord(record, compareIn).some(
        one => one.ecosystem === ecosystem && one.name === key && affects(one.row, version, compareIn(one.ecosystem)),
      ),
    );
    const page = hits.slice(start, start + pageLength).map(({ id, modified }) => ({ id, modified }));
    const more = hits.length > start + pageLength ? { next_page_token: String(start + pageLength) } : {};
    return { ...(page.length > 0 ? { vulns: page } : {}), ...more };
  });
  return { results };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return JSON.parse(Buffer.concat(pieces).toString());
}

function end(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, status === 429 ? { 'retry-after': '0' } : {}).end(body);
}
