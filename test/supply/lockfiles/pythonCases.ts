import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case, Run } from './javascriptCases';

/** poetry, uv, pdm, pipenv, pip and pip-tools of several versions, each run by uv, on projects with what lockfiles write in ways of their own. */
export function pythonCases(): Case[] {
  return tools().flatMap(tool =>
    Object.entries(projects).map(([project, requirements]) => ({
      name: `${tool.name}-${project}`,
      files: tool.files(requirements),
      written: tool.written,
      args: tool.args,
      install: (folder, run) => installUv(tool, folder, run),
    })),
  );
}

interface Tool {
  readonly name: string;
  /** What uv is asked to run it from; uv itself without. */
  readonly from?: string;
  readonly program: string;
  /** What it needs besides, where its own requirements say too little. */
  readonly beside?: string;
  readonly args: readonly string[];
  readonly written: readonly string[];
  files(requirements: readonly string[]): Readonly<Record<string, string>>;
}

const projects: Readonly<Record<string, readonly string[]>> = {
  plain: ['requests>=2.28', 'Django~=4.2', 'ruamel.yaml'],
  extras: ['uvicorn[standard]<0.30', 'pydantic[email]', 'SQLAlchemy[asyncio]>=2'],
  markers: [
    'colorama; sys_platform == "win32"',
    'importlib_metadata; python_version < "3.9"',
    'typing-extensions',
    'zope.interface',
  ],
  forks: ['numpy<2; python_version < "3.12"', 'numpy>=2; python_version >= "3.12"'],
  empty: [],
};

function tools(): Tool[] {
  const lock = { args: ['lock'], files: pyproject };
  return [
    { name: 'uv', program: 'uv', args: ['lock'], written: ['uv.lock', 'pyproject.toml'], files: pyproject },
    // poetry writes `content-hash` and files in three ways.
    ...['1.1', '1.4', '1.8'].map(version => ({
      ...{
        name: `poetry${version}`,
        from: `poetry==${version}.*`,
        program: 'poetry',
        args: ['lock'],
        written: ['poetry.lock'],
      },
      files: poetryProject,
    })),
    {
      name: 'poetry2',
      from: 'poetry>=2',
      program: 'poetry',
      args: ['lock'],
      files: poetryProject,
      written: ['poetry.lock'],
    },
    { name: 'pdm', from: 'pdm', beside: 'hishel<1', program: 'pdm', ...lock, written: ['pdm.lock'] },
    {
      name: 'pipenv',
      from: 'pipenv',
      program: 'pipenv',
      args: ['lock'],
      written: ['Pipfile.lock', 'Pipfile'],
      files: pipfile,
    },
    {
      name: 'piplock',
      from: 'pip>=25.1',
      program: 'pip',
      args: ['lock', '-r', 'in.txt', '-o', 'pylock.toml'],
      written: ['pylock.toml'],
      files: listed,
    },
    {
      name: 'uvpylock',
      program: 'uv',
      args: ['pip', 'compile', 'in.txt', '-o', 'pylock.toml'],
      written: ['pylock.toml'],
      files: listed,
    },
    {
      ...{ name: 'compiled', program: 'uv', written: ['requirements.txt'], files: listed },
      args: ['pip', 'compile', '--generate-hashes', 'in.txt', '-o', 'requirements.txt'],
    },
    {
      ...{ name: 'piptools', from: 'pip-tools', program: 'pip-compile', written: ['requirements.txt'], files: listed },
      args: ['in.txt', '-o', 'requirements.txt', '--no-emit-index-url', '--no-emit-find-links'],
    },
  ];
}

/** uv is found on PATH or installed into an environment of its own. */
function installUv({ from, program, beside }: Tool, folder: string, run: Run): ReturnType<Case['install']> {
  const home = join(folder, 'uv');
  const uv = join(home, 'bin', 'uv');
  if (!existsSync(uv)) {
    const problem =
      run('python3', ['-m', 'venv', home], folder) ?? run(join(home, 'bin', 'pip'), ['install', '-q', 'uv'], folder);
    if (problem) return problem;
  }
  return {
    command: uv,
    args: from ? ['tool', 'run', '--from', from, ...(beside ? ['--with', beside] : []), program] : [],
  };
}

function pyproject(requirements: readonly string[]): Record<string, string> {
  const lines = ['[project]', 'name = "sample"', 'version = "1.0.0"', 'requires-python = ">=3.11,<3.14"'];
  return { 'pyproject.toml': [...lines, `dependencies = ${JSON.stringify(requirements)}`, ''].join('\n') };
}

/** Versions of poetry before 2 know requirements in tables of their own only. */
function poetryProject(requirements: readonly string[]): Record<string, string> {
  const lines = [
    '[tool.poetry]',
    'name = "sample"',
    'version = "1.0.0"',
    'description = ""',
    'authors = []',
    '',
    '[tool.poetry.dependencies]',
  ];
  const wanted = new Map<string, string[]>([['python', ['"^3.11"']]]);
  for (const requirement of requirements) {
    const [, name = '', extras, range, marker] =
      /^([\w.-]+)(?:\[(.*?)\])?([^;]*)(?:;\s*(.*))?$/.exec(requirement) ?? [];
    const parts = [`version = ${JSON.stringify(range || '*')}`];
    if (extras) parts.push(`extras = ${JSON.stringify([extras])}`);
    if (marker) parts.push(`markers = ${JSON.stringify(marker)}`);
    wanted.set(name, [...(wanted.get(name) ?? []), `{ ${parts.join(', ')} }`]);
  }
  const tables = Array.from(
    wanted,
    ([name, values]) => `"${name}" = ${values.length > 1 ? `[${values.join(', ')}]` : values[0]}`,
  );
  // Of a registry that it isn't told of by name poetry asks only what each has: the list of files.
  const source = [
    '[[tool.poetry.source]]',
    'name = "own"',
    `url = ${JSON.stringify(pipIndex())}`,
    'priority = "primary"',
  ];
  return { 'pyproject.toml': [...lines, ...tables, ...source, ''].join('\n') };
}

function pipfile(requirements: readonly string[]): Record<string, string> {
  const wanted = requirements.map(requirement => {
    const [, name = '', range] = /^([\w.-]+)(?:\[.*?\])?([^;]*)/.exec(requirement) ?? [];
    return `"${name}" = ${JSON.stringify(range || '*')}`;
  });
  return {
    Pipfile: [
      '[[source]]',
      'url = "https://pypi.example.org/simple"',
      'verify_ssl = true',
      'name = "pypi"',
      '[packages]',
      ...new Set(wanted),
      '',
    ].join('\n'),
  };
}

function listed(requirements: readonly string[]): Record<string, string> {
  return { 'in.txt': `${requirements.join('\n')}\n` };
}

/** The registry that pip is set up for. */
function pipIndex(): string {
  const script = 'from pip._internal.models.index import PyPI; print(PyPI.simple_url + "/")';
  const { stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  return process.env.PIP_INDEX_URL ?? stdout.trim();
}
