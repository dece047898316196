import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Case, javascriptCases } from './javascriptCases';
import { otherCases } from './otherCases';
import { pythonCases } from './pythonCases';

/**
 * Makes real lockfiles in `folder/files/<case>`, by the tools that write them, out of the registries that this machine is set up for;
 * what stands there already is left. `only` is how the names of cases begin. Says aloud which case could not be made. To add an ecosystem, add its cases to the list.
 */
export function makeLockfiles(folder: string, only = ''): void {
  const environment = environmentFor(folder);
  for (const one of [...javascriptCases(), ...pythonCases(), ...otherCases()]) {
    const made = join(folder, 'files', one.name);
    if (existsSync(made) || !one.name.startsWith(only)) continue;
    const problem = makeCase(one, made, join(folder, 'tools'), environment);
    console.log(problem ? `skipped ${one.name}: ${problem}` : `made ${one.name}`);
  }
}

function makeCase(one: Case, made: string, tools: string, environment: NodeJS.ProcessEnv): string | undefined {
  const program = one.install(tools, (command, args, cwd) => run(command, args, cwd, environment));
  if (typeof program === 'string') return program;
  const scratch = mkdtempSync(join(tmpdir(), 'lockside-lockfile-'));
  try {
    for (const [name, content] of Object.entries(one.files)) write(join(scratch, name), content);
    const problem = run(program.command, [...program.args, ...one.args], scratch, environment);
    const written = one.written.filter(name => existsSync(join(scratch, name)));
    // A tool may fail after it has written its lockfile: then that is what it is.
    if (written.length === 0) return problem ?? 'it wrote no lockfile';
    mkdirSync(made, { recursive: true });
    for (const name of written) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      copyFileSync(join(scratch, name), join(made, name));
    }
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What went wrong, or undefined. */
function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string | undefined {
  mkdirSync(cwd, { recursive: true });
  const { status, error, stderr, stdout } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 240_000 });
  if (status === 0) return undefined;
  return error?.message ?? `${stderr}\n${stdout}`.trim().split('\n').slice(-2).join(' ').slice(0, 200);
}

/** Each tool learns the registry in a way of its own. */
function environmentFor(folder: string): NodeJS.ProcessEnv {
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' });
  const registry = stdout.trim();
  return {
    ...process.env,
    npm_config_registry: registry,
    NPM_CONFIG_REGISTRY: registry,
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_ENABLE_TELEMETRY: '0',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    UV_CACHE_DIR: join(folder, 'cache', 'uv'),
    // Where pip has been told whom to trust, the others are too.
    ...(process.env.PIP_CERT ? { REQUESTS_CA_BUNDLE: process.env.PIP_CERT, SSL_CERT_FILE: process.env.PIP_CERT } : {}),
    PIPENV_VENV_IN_PROJECT: '1',
    PIPENV_IGNORE_VIRTUALENVS: '1',
    CI: '',
  };
}
