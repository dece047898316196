// Puts the real VS Code (code-server) with its Node and a browser in place, only what is missing.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { editorHome, root, run, which } from './places.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.9.0';
const debianPackages = ['chromium', 'libkrb5-dev', 'libsecret-1-dev', 'make', 'g++', 'python3'];

/** Installs the editor and the browser; resolves to their places, rejects with what the person can do. */
export async function install({ log = console.log } = {}) {
  fs.mkdirSync(editorHome, { recursive: true });
  const node = await installNode(log);
  await installSystemPackages(log);
  const codeServer = await installCodeServer(node, log);
  const chromium = await installBrowser(log);
  return { node, codeServer, chromium };
}

/** `npm ci` on a fresh clone; node_modules that npm itself completed is left alone. */
export async function installModules({ log = console.log } = {}) {
  if (fs.existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return;
  log('Installing node_modules (npm ci) …');
  await must('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: root }, 'npm ci failed; see above.');
}

async function installNode(log) {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const folder = path.join(editorHome, 'node');
  const program = path.join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (isStamped(folder, nodeVersion)) return program;
  if (!fs.existsSync(program) || packageVersion(folder) !== nodeVersion) {
    log(`Installing Node ${nodeVersion} for the editor …`);
    await unpack(`node-${process.platform}-${process.arch}@${nodeVersion}`, folder);
  }
  const { code } = await run(program, ['--version'], { onLine: () => undefined });
  if (code !== 0) throw new Error(`${program} doesn't run; delete ${folder} and try again, or use Node 24 yourself.`);
  stamp(folder, nodeVersion);
  return program;
}

async function installCodeServer(node, log) {
  const folder = path.join(editorHome, 'code-server');
  if (isStamped(folder, codeServerVersion)) return folder;
  if (!isComplete(folder)) {
    const partial = `${folder}.partial`;
    log(`Installing the real VS Code (code-server ${codeServerVersion}, 620 MB); this takes 2 to 5 minutes, once …`);
    await unpack(`code-server@${codeServerVersion}`, partial);
    log('Installing what VS Code depends on, and compiling its native parts …');
    await installDependencies(partial, node, log);
    if (!isComplete(partial)) throw new Error(`code-server's installation is incomplete: see ${partial}.`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(partial, folder);
  }
  stamp(folder, codeServerVersion);
  return folder;
}

/** Tried twice: what was downloaded and compiled is kept, so that a broken connection costs little. */
async function installDependencies(cwd, node, log) {
  const args = ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const options = { cwd, env: buildEnvironment(node), onLine: line => /error|fail/i.test(line) && log(`  ${line}`) };
  const first = await run('npm', args, options);
  if (first.code === 0) return;
  log('That failed; trying once more …');
  await must(
    'npm',
    args,
    options,
    'VS Code needs make, a C++ compiler, Python 3, and the headers of Kerberos and libsecret.',
  );
}

/**
 * Its postinstall wants Node 24 first on the path; the headers beside that Node spare node-gyp a download. What an outer
 * `npm test` says of itself and its own Node would be taken for what runs now, so it's left out.
 */
function buildEnvironment(node) {
  const bin = path.dirname(node);
  const home = path.dirname(bin);
  const hasHeaders = fs.existsSync(path.join(home, 'include', 'node', 'node.h'));
  const ofOuterNpm =
    /^npm_(package_|lifecycle_|command$|execpath$|node_execpath$|config_(user_agent|local_prefix|node_gyp)$)/;
  const dropped = Object.keys(process.env).filter(name => ofOuterNpm.test(name));
  return {
    ...Object.fromEntries(dropped.map(name => [name, undefined])),
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    JOBS: 'max',
    ...(hasHeaders ? { npm_config_nodedir: home } : {}),
  };
}

/** What a finished installation has, down to the last things its postinstall makes. */
function isComplete(folder) {
  const vscode = path.join(folder, 'lib', 'vscode');
  const files = [
    path.join(folder, 'out', 'node', 'entry.js'),
    path.join(folder, 'node_modules', 'express', 'package.json'),
    path.join(vscode, 'out', 'server-main.js'),
    path.join(vscode, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'spdlog.node'),
    path.join(vscode, 'extensions', 'copilot', 'package.json'),
    path.join(vscode, 'extensions', 'node_modules'),
  ];
  return packageVersion(folder) === codeServerVersion && files.every(file => fs.existsSync(file));
}

async function installSystemPackages(log) {
  if (!which('apt-get') || process.getuid?.() !== 0) return;
  const missing = [];
  for (const name of debianPackages) {
    if (name === 'chromium' && findBrowser()) continue;
    const { code } = await run('dpkg', ['-s', name], { onLine: () => undefined });
    if (code !== 0) missing.push(name);
  }
  if (missing.length === 0) return;
  log(`Installing ${missing.join(', ')} with apt-get …`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, onLine: () => undefined };
  await must('apt-get', ['update', '-q'], quiet);
  await must('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], quiet);
}

async function installBrowser(log) {
  const found = findBrowser() ?? (await playwrightBrowser());
  if (found) return found;
  log('Installing a browser with Playwright …');
  const advice = 'No browser could be installed: install Chromium or set CHROMIUM to its program.';
  await must('npx', ['playwright-core', 'install', 'chromium'], { cwd: root }, advice);
  const installed = await playwrightBrowser();
  if (!installed) throw new Error(advice);
  return installed;
}

function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const mac = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return (
    ['chromium', 'chromium-browser', 'google-chrome'].map(which).find(Boolean) ?? mac.find(file => fs.existsSync(file))
  );
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}

/** Puts a package of the npm registry, without what it depends on, into a folder. */
async function unpack(spec, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { output } = await must('npm', ['pack', '--silent', '--prefer-offline', '--pack-destination', folder, spec], {
    onLine: () => undefined,
  });
  const archive = path.join(folder, output.trim().split(/\s+/).at(-1));
  await must('tar', ['-xzf', archive, '-C', folder, '--strip-components=1'], {});
  fs.rmSync(archive);
}

async function must(command, args, options, advice) {
  const result = await run(command, args, options);
  if (result.code === 0) return result;
  const tail = result.output.split('\n').slice(-15).join('\n');
  throw new Error(`${command} ${args.slice(0, 2).join(' ')} ended with ${result.code}. ${advice ?? ''}\n${tail}`);
}

function packageVersion(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version.replace(/^v/, '');
  } catch {
    return undefined;
  }
}

const stampOf = folder => path.join(folder, '.installed');
const isStamped = (folder, version) => readIfThere(stampOf(folder)) === version;
const stamp = (folder, version) => fs.writeFileSync(stampOf(folder), version);
const readIfThere = file => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await installModules();
    const places = await install();
    console.log(`Ready: VS Code in ${places.codeServer}, browser ${places.chromium}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
