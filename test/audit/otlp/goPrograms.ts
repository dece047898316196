import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A program of the fleet, built from the Go registry: where it lies, or why it can't be had. */
export type Built =
  | { readonly program: string; readonly missing?: undefined }
  | { readonly program?: undefined; readonly missing: string };

const out = resolve(__dirname, '../../../out');

/** An OpenTelemetry Collector of its core parts. */
export function buildCollector(): Built {
  const folder = join(out, 'otelcol');
  const program = join(folder, 'distribution', 'lockside-otelcol');
  if (existsSync(program)) return { program };
  if (go(out, ['version']).status !== 0) return { missing: 'Go is not here' };
  mkdirSync(folder, { recursive: true });
  const module = (name: string) => `  - gomod: go.opentelemetry.io/collector/${name} ${collectorVersion}\n`;
  writeFileSync(
    join(folder, 'builder.yaml'),
    `dist:\n  name: lockside-otelcol\n  output_path: ${JSON.stringify(join(folder, 'distribution'))}\nreceivers:\n${module('receiver/otlpreceiver')}processors:\n${module('processor/batchprocessor')}${module('processor/memorylimiterprocessor')}exporters:\n${module('exporter/debugexporter')}${module('exporter/otlphttpexporter')}`,
  );
  const fetched = go(folder, ['install', `go.opentelemetry.io/collector/cmd/builder@${collectorVersion}`]);
  if (fetched.status !== 0) return { missing: `the collector's builder can't be had: ${lastLine(fetched.stderr)}` };
  const made = spawnSync(join(folder, 'builder'), ['--config', 'builder.yaml'], { cwd: folder, encoding: 'utf8' });
  return made.status === 0 ? { program } : { missing: `the collector can't be built: ${lastLine(made.stderr)}` };
}

const collectorVersion = 'v0.160.0';

/**
 * A program whose module replaces others, so that `go install` refuses it: its source is copied and built as the main module.
 * Takes minutes the first time.
 */
export function buildModule(module: string, version: string, name: string): Built {
  const folder = join(out, name);
  const program = join(folder, name);
  if (existsSync(program)) return { program };
  mkdirSync(folder, { recursive: true });
  const fetched = go(folder, ['mod', 'download', '-json', `${module}@${version}`]);
  if (fetched.status !== 0) return { missing: `${name} can't be had: ${lastLine(fetched.stderr ?? 'Go is not here')}` };
  const source = join(folder, 'source');
  cpSync((JSON.parse(fetched.stdout) as { Dir: string }).Dir, source, { recursive: true });
  spawnSync('chmod', ['-R', 'u+w', source]);
  for (const path of ownModules(source)) go(source, ['mod', 'edit', `-dropreplace=${path}`]);
  const made = go(source, ['build', '-mod=mod', '-o', program, `./cmd/${name}`]);
  rmSync(source, { recursive: true, force: true });
  return made.status === 0 ? { program } : { missing: `${name} can't be built: ${lastLine(made.stderr)}` };
}

/** What it replaces by folders of its own repository, which a module leaves out: the registry has those, too. */
function ownModules(source: string): string[] {
  const { Replace = [] } = JSON.parse(go(source, ['mod', 'edit', '-json']).stdout) as {
    readonly Replace?: readonly { readonly Old: { readonly Path: string }; readonly New: { readonly Path: string } }[];
  };
  return Replace.filter(it => it.New.Path.startsWith('./')).map(it => it.Old.Path);
}

function go(folder: string, args: readonly string[]) {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder };
  return spawnSync('go', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 });
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
