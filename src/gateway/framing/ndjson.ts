import type { Frame, Framing } from './framing';

/** One JSON object a line, as Ollama streams. */
export function createNdjson(): Framing {
  let held = '';
  return {
    push(piece) {
      const lines = (held + piece).split('\n');
      held = lines.pop() as string;
      return lines.map((line): Frame => ({ raw: `${line}\n`, data: line.trim() || undefined }));
    },
    rest: () => held,
    write: value => `${JSON.stringify(value)}\n`,
  };
}
