import type { IncomingMessage } from 'node:http';

/** Whether an answer is a stream of events. */
export function isEvents({ headers }: IncomingMessage): boolean {
  return /^text\/event-stream/i.test(headers['content-type'] ?? '');
}

/** All of an answer as text; undefined where it has more than `most` bytes. */
export async function bounded(source: AsyncIterable<unknown>, most: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += (chunk as Buffer).length;
    if (length > most) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

export function tooLong(server: string, most: number): string {
  return `Lockside held this message of ${server} back: it has more than ${Math.round(most / 1048576)} MB.`;
}

/** The path of an address of the same server; undefined for one elsewhere. */
export function ownPath(address: string, target: URL): string | undefined {
  if (!URL.canParse(address, target.href)) return undefined;
  const url = new URL(address, target);
  return url.origin === target.origin ? url.pathname + url.search : undefined;
}
