import { open } from 'node:fs/promises';

/** The first bytes of a file as text; undefined for what can't be read, and for what is no text. */
export async function readHead(file: string, bytes: number): Promise<string | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  try {
    if (!handle || !(await handle.stat()).isFile()) return undefined;
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
    const head = buffer.subarray(0, bytesRead);
    return head.includes(0) ? undefined : head.toString('utf8');
  } catch {
    return undefined; // It went away meanwhile, or nobody may read it.
  } finally {
    await handle?.close();
  }
}
