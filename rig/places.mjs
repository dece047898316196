// Where things lie, and how the rig starts other programs.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const editorHome = path.join(root, '.vscode-test');
export const vsix = path.join(root, 'lockside.vsix');
export const screenshots = path.join(root, 'out', 'screenshots');

/** A new empty folder outside the repository, with symbolic links resolved as VS Code reports them. */
export function scratch(name) {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `lockside-${name}-`)));
}

/** Deletes a folder that a process may still be writing its last lines into. */
export function discard(folder) {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  } catch (error) {
    console.error(`Could not delete ${folder}: ${error.message}`);
  }
}

/**
 * Runs a program to its end. `onLine` takes its output line by line; without it the output goes to the terminal.
 * Resolves to `{code, output}` and doesn't reject: a program that can't be started has the code 127.
 */
export function run(command, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise(resolve => {
    const stdio = onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, shell: needsShell(command) });
    let output = '';
    for (const stream of onLine ? [child.stdout, child.stderr] : []) {
      let rest = '';
      stream.setEncoding('utf8').on('data', chunk => {
        output += chunk;
        const lines = (rest + chunk).split(/\r?\n/);
        rest = lines.pop();
        for (const line of lines) onLine(line);
      });
      stream.on('end', () => rest && onLine(rest));
    }
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** A program of node_modules, run with the Node that runs the rig. */
export const runBin = (name, args, options) => run(process.execPath, [binOf(name), ...args], options);

export function which(program) {
  const names = process.platform === 'win32' ? [`${program}.cmd`, `${program}.exe`] : [program];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap(folder => names.map(name => path.join(folder, name))).find(file => fs.existsSync(file));
}

function binOf(name) {
  const [, owner = name, program = name] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.+))?$/.exec(name) ?? [];
  const folder = path.join(root, 'node_modules', owner);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin[program] ?? bin[path.basename(owner)] ?? Object.values(bin)[0]);
  return path.join(folder, file);
}

// npm and npx are batch files on Windows, which Node starts only through a shell.
const needsShell = command => process.platform === 'win32' && !command.endsWith('.exe');
