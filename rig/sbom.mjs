// Exports bills of materials of this repository and has the official schemas and a second tool read them: the validator of CycloneDX's
// own library, and spdx-tools in an environment of Python of its own. Prints what was found; exits with 1 where any disagrees.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validation } from '@cyclonedx/cyclonedx-library';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out', 'sbom');
mkdirSync(out, { recursive: true });
let failed = false;

const readSpdx = `
import json, sys
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document
document = parse_file(sys.argv[1])
errors = [error.validation_message for error in validate_full_spdx_document(document, 'SPDX-2.3')]
checksums = sum(len(one.checksums) for one in document.packages)
print(json.dumps({'packages': len(document.packages), 'relationships': len(document.relationships), 'checksums': checksums, 'errors': errors[:20]}))
`;

run(process.execPath, ['esbuild.mjs']);
for (const [format, specVersion] of [
  ['cyclonedx-json', '1.6'],
  ['cyclonedx-1.7', '1.7'],
]) {
  const text = exportAs(format);
  const errors = await new Validation.JsonStrictValidator(specVersion).validate(text);
  const { components, dependencies } = JSON.parse(text);
  const edges = dependencies.reduce((sum, { dependsOn }) => sum + dependsOn.length, 0);
  tell(errors === null, `CycloneDX ${specVersion}: ${components.length} components, ${edges} dependencies`, errors);
}
const spdx = JSON.parse(exportAs('spdx-json'));
const told = run(python(), ['-c', readSpdx, join(out, 'spdx-json.json')]);
const counted = JSON.parse(told.stdout);
tell(
  counted.errors.length === 0 && counted.packages === spdx.packages.length,
  `SPDX 2.3 by spdx-tools: ${counted.packages} packages, ${counted.relationships} relationships, ${counted.checksums} checksums`,
  counted.errors,
);
process.exitCode = failed ? 1 : 0;

function exportAs(format) {
  const file = join(out, `${format}.json`);
  run(process.execPath, [join(root, 'dist', 'cli.js'), 'sbom', '.', '--format', format, '--output', file]);
  return readFileSync(file, 'utf8');
}

/** The Python of an environment that has spdx-tools; made at the first run. */
function python() {
  const folder = join(root, 'out', 'spdx-tools');
  const program = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (!existsSync(program)) run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', folder]);
  if (spawnSync(program, ['-c', 'import spdx_tools']).status !== 0)
    run(program, ['-m', 'pip', 'install', '--quiet', 'spdx-tools']);
  return program;
}

function run(program, args) {
  const ran = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ran.status === 0) return ran;
  process.stderr.write(`${program} ${args[0]}: ${ran.stderr || ran.error?.message}\n`);
  process.exit(1);
}

function tell(passed, text, errors) {
  failed ||= !passed;
  process.stdout.write(`${passed ? 'valid  ' : 'INVALID'} ${text}\n`);
  if (!passed) process.stdout.write(`${JSON.stringify(errors, undefined, 1).slice(0, 4000)}\n`);
}
