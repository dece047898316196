import type { Way } from './ways';

/** Where a value may stand: with its name or without one. */
export interface Place {
  readonly where: string;
  readonly forms: readonly Way['form'][];
  readonly path: string;
  readonly put: (written: string, name: string) => string;
}

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const inJson = (it: string) => JSON.stringify(it).slice(1, -1);

export const places: readonly Place[] = [
  {
    where: 'code',
    forms: ['text'],
    path: 'src/app.ts',
    put: (it, name) => `import x from "y";\n\nconst ${camel(name)} = "${it}";\nexport default x;\n`,
  },
  {
    where: 'code, no name',
    forms: ['text'],
    path: 'src/app.ts',
    put: it => `function f() {\n  return run("${it}");\n}\n`,
  },
  {
    where: 'code',
    forms: ['expression'],
    path: 'src/app.py',
    put: (it, name) => `import os\n\n${name} = ${it}\nprint(len(${name}))\n`,
  },
  {
    where: 'code, no name',
    forms: ['expression'],
    path: 'src/app.ts',
    put: it => `function f() {\n  return run(${it});\n}\n`,
  },
  {
    where: 'JSON',
    forms: ['text'],
    path: 'config.json',
    put: (it, name) =>
      `{\n  "version": 2,\n  "${name}": "${it.includes('\\') ? it : inJson(it)}",\n  "debug": false\n}\n`,
  },
  {
    where: 'YAML',
    forms: ['text'],
    path: 'config.yml',
    put: (it, name) => `app:\n  port: 80\n  ${name}: ${it}\n  debug: false\n`,
  },
  {
    where: '.env',
    forms: ['text'],
    path: '.env',
    put: (it, name) => `PORT=80\n${name.toUpperCase()}=${it}\nDEBUG=0\n`,
  },
  {
    where: 'Markdown',
    forms: ['text'],
    path: 'README.md',
    put: it => `# Notes\n\nThe value is \`${it}\` for now; see below.\n`,
  },
  {
    where: 'log',
    forms: ['text'],
    path: 'app.log',
    put: it =>
      `2026-01-02T03:04:05Z INFO start\n2026-01-02T03:04:06Z DEBUG loaded ${it}\n2026-01-02T03:04:07Z INFO ready\n`,
  },
  {
    where: 'shell',
    forms: ['text'],
    path: 'run.sh',
    put: it => `#!/bin/sh\nset -e\necho '${it}' | decode > out.txt\n`,
  },
  {
    where: 'notebook',
    forms: ['text', 'expression'],
    path: 'a.ipynb',
    put: (it, name) =>
      JSON.stringify({
        cells: [{ cell_type: 'code', source: [`${name} = ${/^["[{(]|\(/.test(it) ? it : `"${it}"`}\n`, 'print(1)'] }],
      }),
  },
  { where: 'alone', forms: ['block', 'text'], path: 'out.txt', put: it => `${it}\n` },
  {
    where: 'in a text',
    forms: ['block'],
    path: 'notes.md',
    put: it => `Here is what I got:\n\n\`\`\`\n${it}\n\`\`\`\n\nWhat now?\n`,
  },
];
