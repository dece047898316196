// Makes a copy of the sample workspace, and puts secrets into it that exist only there.
import fs from 'node:fs';
import path from 'node:path';
import { makeCanaries } from './canaries.mjs';
import { root } from './places.mjs';

const template = path.join(root, 'test', 'fixtures', 'sample');

/** Copies the sample to `folder`, with each `{{kind}}` replaced by a new secret of that kind; resolves to `{kind: value}`. */
export function makeWorkspace(folder, random) {
  const values = Object.fromEntries(makeCanaries(random).map(({ kind, value }) => [kind, value]));
  fs.cpSync(template, folder, { recursive: true });
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) fill(path.join(entry.parentPath ?? entry.path, entry.name), values);
  }
  return values;
}

function fill(file, values) {
  const text = fs.readFileSync(file, 'utf8');
  const filled = text.replace(/\{\{([a-z-]+)\}\}/g, (mark, kind) => values[kind] ?? mark);
  if (filled !== text) fs.writeFileSync(file, filled);
}
