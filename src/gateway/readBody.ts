import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Refusal } from './refusal';

/** A request's body as it was meant, without its compression. */
export type Body = { readonly bytes: Buffer } | Refusal;

/** Reads a body of at most `most` bytes, compressed and not. */
export async function readBody(request: IncomingMessage, most: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > most) return tooLarge(most);
    chunks.push(chunk as Buffer);
  }
  return decode(Buffer.concat(chunks, length), String(request.headers['content-encoding'] ?? ''), most);
}

async function decode(bytes: Buffer, encodings: string, most: number): Promise<Body> {
  let decoded = bytes;
  for (const name of encodings.toLowerCase().split(',').reverse()) {
    const encoding = name.trim();
    if (encoding === '' || encoding === 'identity') continue;
    const inflate = decoders[encoding];
    if (!inflate)
      return {
        status: 415,
        message: `Lockside can't look into a body with content-encoding ${JSON.stringify(encoding.slice(0, 40))}.`,
      };
    try {
      decoded = await inflate(decoded, { maxOutputLength: most });
    } catch (error) {
      const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      return large
        ? tooLarge(most)
        : { status: 400, message: `Lockside blocked this request: its ${encoding} body is broken.` };
    }
  }
  return { bytes: decoded };
}

type Inflate = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** Node has zstd since 22.15. */
const zstd = (zlib as { zstdDecompress?: typeof zlib.gunzip }).zstdDecompress;

const decoders: Readonly<Record<string, Inflate | undefined>> = {
  gzip: promisify(zlib.gunzip) as Inflate,
  'x-gzip': promisify(zlib.gunzip) as Inflate,
  deflate: promisify(zlib.inflate) as Inflate,
  br: promisify(zlib.brotliDecompress) as Inflate,
  zstd: zstd && (promisify(zstd) as Inflate),
};

function tooLarge(most: number): Refusal {
  return {
    status: 413,
    message: `Lockside blocked this request: its body has more than ${Math.round(most / 1048576)} MB.`,
  };
}
