import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry on this machine, with what it was asked. */
export interface RegistryServer {
  /** With a slash at its end. */
  readonly url: string;
  /** `GET path` and the authorization that came with it, in order. */
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

export interface Served {
  /** By path without the first slash: a JSON body, or lines, or a status. */
  readonly files: Readonly<Record<string, unknown>>;
  /** Milliseconds before it answers. */
  readonly delay?: number;
  /** Without it, everything is answered with 401. */
  readonly token?: string;
  /** Answers everything with a redirect to here. */
  readonly redirect?: string;
}

/** Serves what npm, PyPI, crates.io's index or a Go proxy would, by the real protocol. */
export async function serveRegistry({ files, delay = 0, token, redirect }: Served): Promise<RegistryServer> {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const { authorization } = request.headers;
    asked.push({ path, authorization });
    setTimeout(() => {
      const body = files[path];
      if (redirect) response.writeHead(302, { location: redirect }).end();
      else if (token !== undefined && authorization !== `Bearer ${token}`) response.writeHead(401).end();
      else if (body === undefined) response.writeHead(404).end('{"error":"Not found"}');
      else if (typeof body === 'number') response.writeHead(body).end();
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(typeof body === 'string' ? body : JSON.stringify(body));
    }, delay);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const day = 24 * 60 * 60 * 1000;
export const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

/** An npm packument: versions, the oldest first, each with what is special about it. */
export function packument(
  name: string,
  versions: Readonly<Record<string, { readonly age: number; readonly [field: string]: unknown }>>,
) {
  const numbers = Object.keys(versions);
  return {
    name,
    'dist-tags': { latest: numbers.at(-1) },
    time: {
      created: daysAgo(Math.max(0, ...Object.values(versions).map(it => it.age))),
      ...Object.fromEntries(numbers.map(it => [it, daysAgo(versions[it]!.age)])),
    },
    versions: Object.fromEntries(
      numbers.map(it => [it, { name, version: it, maintainers: [{ name: 'ann' }], dist: {}, ...versions[it] }]),
    ),
  };
}
