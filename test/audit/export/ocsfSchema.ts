// `npm run test:ocsf`: takes OCSF's class 2006 anew out of the package `ocsf-json-schema`, which holds the official schema as it was
// published, and compares it with the copy that the unit tests validate by.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = `
import json, sys
from ocsf_json_schema import get_ocsf_schema, OcsfJsonSchemaEmbedded
schema = OcsfJsonSchemaEmbedded(get_ocsf_schema(version='1.8.0'))
json.dump(schema.get_class_schema(class_name='data_security_finding', profiles=['security_control']), sys.stdout)
`;
const folder = mkdtempSync(join(tmpdir(), 'lockside-ocsf-'));
const copy = join(__dirname, '../../fixtures/schemas/ocsf-1.8.0-class-2006.json');
try {
  const at = (name: string) => join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', name);
  const made =
    spawnSync('python3', ['-m', 'venv', folder]).status === 0 &&
    spawnSync(at('pip'), ['install', '--quiet', 'ocsf-json-schema==1.2.0']).status === 0;
  if (!made) {
    console.log('skipped: Python 3 with venv and pip is needed, and the package ocsf-json-schema');
    console.log('0 passed, 0 failed, 1 skipped');
  } else {
    const official = withoutTexts(JSON.parse(spawnSync(at('python'), ['-c', script], { encoding: 'utf8' }).stdout));
    if (process.argv.includes('--update')) writeFileSync(copy, `${JSON.stringify(official)}\n`);
    const same = JSON.stringify(official) === JSON.stringify(JSON.parse(readFileSync(copy, 'utf8')));
    console.log(same ? 'the copy is the official schema' : 'the copy is another one: run it with --update');
    console.log(same ? '1 passed, 0 failed' : '0 passed, 1 failed');
    process.exitCode = same ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Descriptions are for people, and most of it; lists and keys come in another order each time. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutTexts).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, one]) => !((key === 'description' || key === 'title') && typeof one === 'string'),
  );
  return Object.fromEntries(
    kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, withoutTexts(one)]),
  );
}
