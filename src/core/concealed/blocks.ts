import type { Encoded } from './encoded';

/** Tokens that a block of YAML holds over several lines, `key: >-` or `key: |`: nothing but letters in each line, which people join. */
export function blockScalars(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (const sign of [': >', ': |']) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      block.lastIndex = at + sign.length;
      const match = block.exec(text);
      if (!match) continue;
      const [whole, lead, lines] = match as unknown as [string, string, string];
      const start = at + sign.length + lead.length;
      const end = at + sign.length + whole.trimEnd().length;
      found.push({ start, end, text: lines.replace(/\s+/g, ''), how: 'broken over lines' });
    }
  }
  return found;
}

const block = /([-+]?[ \t]{0,4}\r?\n[ \t]{1,32})(\S{4,200}(?:\r?\n[ \t]{1,32}\S{2,200}){1,64})(?=\s*(?:\n|$))/y;
