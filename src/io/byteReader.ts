/** Reads a stream of bytes piece by piece: fields up to a mark, and counts of bytes. */
export interface ByteReader {
  /** The bytes before the next `mark`, which is passed over; undefined at the end, or where none comes within `longest`. */
  until(mark: number): Promise<Buffer | undefined>;
  /** The next `count` bytes, which are given again later; fewer at the end. */
  peek(count: number): Promise<Buffer>;
  /** The next `count` bytes; fewer at the end. */
  take(count: number): Promise<Buffer>;
  /** Passes over bytes without keeping them. */
  skip(count: number): Promise<void>;
}

/** The longest field. A path has at most 4096 bytes, and git's own lines are shorter. */
const longest = 65_536;

/** Makes a reader; what it holds at once is what it is asked for and one piece of the stream. */
export function createByteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const pieces = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const next = async (): Promise<boolean> => {
    const { done, value } = await pieces.next();
    held = done ? Buffer.alloc(0) : value;
    return !done;
  };
  const cut = (count: number): Buffer => {
    const part = held.subarray(0, count);
    held = held.subarray(part.length);
    return part;
  };
  return {
    async until(mark) {
      let before: Buffer = Buffer.alloc(0);
      for (let at = held.indexOf(mark); ; at = held.indexOf(mark)) {
        const part = cut(at < 0 ? held.length : at);
        if (part.length > 0) before = before.length > 0 ? Buffer.concat([before, part]) : part;
        if (at >= 0) {
          cut(1);
          return before;
        }
        if (before.length > longest || !(await next())) return undefined;
      }
    },
    async peek(count) {
      for (let before = held; held.length < count; before = held) {
        if (!(await next())) {
          held = before;
          break;
        }
        held = Buffer.concat([before, held]);
      }
      return held.subarray(0, count);
    },
    async take(count) {
      if (held.length >= count) return cut(count);
      const taken = Buffer.allocUnsafe(count);
      let length = 0;
      while (length < count && (held.length > 0 || (await next()))) length += cut(count - length).copy(taken, length);
      return taken.subarray(0, length);
    },
    async skip(count) {
      for (let left = count; left > 0 && (held.length > 0 || (await next())); ) left -= cut(left).length;
    },
  };
}
