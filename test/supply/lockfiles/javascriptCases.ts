import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One lockfile that is made: the project, the tool, and what of its work is kept. */
export interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly written: readonly string[];
  readonly args: readonly string[];
  /** Installs the tool into a folder unless it is there; a text says why that failed. */
  install(tools: string, run: Run): { readonly command: string; readonly args: readonly string[] } | string;
}

/** Runs a program; a text says what went wrong. */
export type Run = (command: string, args: readonly string[], folder: string) => string | undefined;

/** npm, yarn, pnpm, bun and deno of many versions, on projects that hold what lockfiles write in ways of their own. */
export function javascriptCases(): Case[] {
  return tools().flatMap(tool =>
    Object.entries(projects()).map(([project, files]) => ({
      name: `${tool.name}-${project}`,
      files,
      written: [tool.writes, 'package.json'],
      args: tool.args,
      install: (folder, run) => installTool(tool, folder, run),
    })),
  );
}

interface Tool {
  readonly name: string;
  /** What npm is asked for. */
  readonly from: string;
  readonly program: string;
  /** The program is no script of Node's. */
  readonly native?: boolean;
  readonly writes: string;
  readonly args: readonly string[];
}

function installTool(tool: Tool, folder: string, run: Run): ReturnType<Case['install']> {
  const home = join(folder, tool.name);
  const program = join(home, 'node_modules', 'tool', tool.program);
  if (!existsSync(program)) {
    const problem = run('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `tool@npm:${tool.from}`], home);
    if (problem) return problem;
  }
  return tool.native ? { command: program, args: [] } : { command: process.execPath, args: [program] };
}

function tools(): Tool[] {
  const pnpmArgs = ['install', '--lockfile-only', '--ignore-scripts', '--no-strict-peer-dependencies'];
  return [
    ...[6, 7, 8, 10].map(version => npm(version)),
    npm(10, '--lockfile-version=3'),
    { name: 'yarn1', from: 'yarn@1', program: 'bin/yarn.js', writes: 'yarn.lock', args: yarnClassicArgs },
    ...[2, 3, 4].map(version => ({
      ...{ name: `yarn${version}`, from: `@yarnpkg/cli-dist@${version}`, program: 'bin/yarn.js', writes: 'yarn.lock' },
      args: version === 2 ? ['install', '--skip-builds'] : ['install', '--mode=update-lockfile'],
    })),
    ...[3, 5, 6, 7, 8, 9, 10].map(version => ({
      ...{ name: `pnpm${version}`, from: `pnpm@${version}`, writes: 'pnpm-lock.yaml', args: pnpmArgs },
      program: version < 6 ? 'bin/pnpm.js' : 'bin/pnpm.cjs',
    })),
    { name: 'bun', from: 'bun', program: 'bin/bun.exe', native: true, writes: 'bun.lock', args: bunArgs },
    { name: 'deno', from: 'deno', program: 'bin.cjs', writes: 'deno.lock', args: ['install', '--lockfile-only'] },
  ];
}

const yarnClassicArgs = [
  'install',
  '--ignore-scripts',
  '--no-bin-links',
  '--ignore-platform',
  '--ignore-engines',
  '--non-interactive',
];
const bunArgs = ['install', '--lockfile-only', '--save-text-lockfile', '--ignore-scripts'];

function npm(version: number, ...more: string[]): Tool {
  const args = [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--legacy-peer-deps',
    ...more,
  ];
  const name = more.length ? `npm${version}v3` : `npm${version}`;
  return { name, from: `npm@${version}`, program: 'bin/npm-cli.js', writes: 'package-lock.json', args };
}

function projects(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    plain: project({
      dependencies: { express: '^4.17.0', react: '17.0.2', lodash: '~4.17.0' },
      devDependencies: { mocha: '^9.0.0' },
    }),
    alias: project({
      dependencies: { lodash3: 'npm:lodash@^3.0.0', lodash: '^4.0.0', scoped: 'npm:@babel/code-frame@^7.0.0' },
    }),
    peers: project({
      dependencies: { react: '^17.0.0', 'react-dom': '^17.0.0', 'react-redux': '^7.0.0', redux: '^4.0.0' },
      devDependencies: {
        eslint: '^8.0.0',
        'eslint-plugin-react': '^7.0.0',
        typescript: '~4.9.0',
        'ts-node': '^10.0.0',
      },
    }),
    platforms: project({
      dependencies: { esbuild: '^0.17.0', chokidar: '^3.0.0' },
      optionalDependencies: { fsevents: '^2.0.0' },
    }),
    bundled: project({ dependencies: { npm: '6.14.18' } }),
    workspaces: {
      ...project({ private: true, workspaces: ['packages/*'], devDependencies: { semver: '^7.0.0' } }),
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
      'packages/a/package.json': manifest({
        name: '@own/a',
        version: '1.2.3',
        dependencies: { ms: '2.0.0', debug: '^4.0.0' },
      }),
      'packages/b/package.json': manifest({ name: 'own-b', version: '0.1.0', dependencies: { ms: '^2.1.0' } }),
    },
    folder: {
      ...project({ dependencies: { 'own-c': 'file:./c', chalk: '^4.0.0' } }),
      'c/package.json': manifest({ name: 'own-c', version: '3.0.0', dependencies: { 'left-pad': '1.3.0' } }),
    },
    empty: project({}),
  };
}

function project(fields: object): Record<string, string> {
  return { 'package.json': manifest({ name: 'sample', version: '1.0.0', ...fields }) };
}

function manifest(fields: object): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
}
