import type { Frame, Framing } from './framing';

/** A list of JSON objects that grows: `[{…},\n{…}]`, as Gemini streams to who doesn't ask for events. */
export function createJsonList(): Framing {
  let held = '';
  let at = 0;
  let depth = 0;
  let inString = false;
  let start = 0;
  return {
    push(piece) {
      held += piece;
      const frames: Frame[] = [];
      for (; at < held.length; at++) {
        const unit = held[at];
        if (inString) {
          if (unit === '\\') at++;
          else if (unit === '"') inString = false;
        } else if (unit === '"') inString = true;
        else if (unit === '{' || unit === '[') {
          // The list itself is the first level.
          if (++depth === 2) start = at;
        } else if ((unit === '}' || unit === ']') && --depth === 1) {
          frames.push({ raw: held.slice(0, at + 1), data: held.slice(start, at + 1) });
          held = held.slice(at + 1);
          at = -1;
        }
      }
      return frames;
    },
    rest: () => held,
    write: (value, { raw, data }) =>
      (data === undefined ? ',\n' : raw.slice(0, raw.length - data.length)) + JSON.stringify(value),
  };
}
