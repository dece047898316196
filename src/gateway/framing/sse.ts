import type { Frame, Framing } from './framing';

/** Server-sent events, as the HTML standard has them: fields in lines, a blank line behind each event. */
export function createSse(): Framing {
  let held = '';
  let named = false;
  return {
    push(piece) {
      const frames: Frame[] = [];
      // An end of line may itself be cut: what was looked at before can't hold a whole one, but for its last three units.
      boundary.lastIndex = Math.max(0, held.length - 3);
      held += piece;
      let from = 0;
      for (let end = boundary.exec(held); end; end = boundary.exec(held)) {
        const raw = held.slice(from, boundary.lastIndex);
        from = boundary.lastIndex;
        frames.push(frameOf(raw));
        named ||= raw.startsWith('event:');
      }
      held = held.slice(from);
      return frames;
    },
    rest: () => held,
    write(value) {
      const name = named ? (value as { type?: unknown }).type : undefined;
      const head = typeof name === 'string' ? `event: ${name}\n` : '';
      return `${head}data: ${JSON.stringify(value)}\n\n`;
    },
  };
}

const boundary = /\n\n|\r\n\r\n|\r\r|\n\r\n/g;

function frameOf(raw: string): Frame {
  const data = dataOf(raw);
  return data === '[DONE]' ? { raw, data: undefined, last: true } : { raw, data: data || undefined };
}

function dataOf(raw: string): string {
  // Nearly all events have one line of data.
  const first = raw.startsWith('data:') ? 0 : raw.indexOf('\ndata:') + 1;
  if (first === 0 && !raw.startsWith('data:')) return raw.includes('\r') ? linesOf(raw) : '';
  const end = raw.indexOf('\n', first);
  if (raw.indexOf('\ndata:', end) >= 0 || raw.includes('\r')) return linesOf(raw);
  return raw.slice(first + 5, end).trim();
}

function linesOf(raw: string): string {
  const lines = raw.split(/\r\n|\r|\n/).filter(line => line.startsWith('data:'));
  return lines.map(line => line.slice(5).replace(/^ /, '')).join('\n');
}
