import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFlow } from '../../src/audit/dataFlow/dataFlow';
import type { ReportModel } from '../../src/audit/htmlReport/reportModel';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 5);
const password = sample('{alnum:24}', 11);
const person = `${sample('{lower:9}', 3)}.${sample('{lower:8}', 4)}@corporate-mail.com`;
const planted = { token, password, person };

const settings = {
  'lockside.vendors': [{ name: 'Acme', hosts: ['api.acme.example'], destinations: ['model:*'], regions: ['eu'] }],
};
const files = {
  '.git/HEAD': '',
  '.vscode/settings.json': JSON.stringify(settings),
  'src/app.env': `TOKEN="${token}"\nDB_PASSWORD="${password}"\n`,
  'test/people.csv': `name,email\nA,${person}\n`,
  'package.json': JSON.stringify({ name: 'shop', dependencies: { lodash: '4.17.4' } }),
  '.mcp.json': JSON.stringify({
    mcpServers: { files: { command: 'npx', args: ['-y', 'files-server', '--token', token] } },
  }),
  // What can't be read is told by its place, not by what stands there.
  'broken/package-lock.json': `{ "name": "${token}", `,
};

describe('lockside report and lockside flow', () => {
  let folder: Folder;
  let env: Record<string, string>;
  const forms: Record<string, string> = {};
  before(async () => {
    folder = makeFolder(files);
    const home = join(folder.path, '..', 'home');
    mkdirSync(home);
    env = {
      ...{ LOCKSIDE_KEY: Buffer.alloc(32, 7).toString('base64'), HOME: home, USERPROFILE: home },
      LOCKSIDE_STATE: join(folder.path, '..', 'reported'),
    };
    const redacted = await folder.run(['redact'], `token = "${token}"\nmail ${person}`, env);
    assert.equal(redacted.code, 0, redacted.stderr);
    const prompt = JSON.stringify({
      hook_event_name: 'UserPromptSubmit',
      prompt: `my token is ${token}`,
      cwd: '/',
      session_id: 'a',
    });
    assert.equal((await folder.run(['hook', 'claude-code'], prompt, env)).code, 0);
    for (const form of ['report json', 'report inputs', 'flow svg', 'flow json', 'flow cyclonedx']) {
      const [command = '', format = ''] = form.split(' ');
      const { code, stdout, stderr } = await run(command, '--format', format);
      assert.equal(code, 0, stderr);
      Object.assign(forms, { [form]: stdout, [`${form}, errors`]: stderr });
    }
  });
  after(() => folder.remove());

  const run = (...args: string[]) => folder.run(args, '', env);

  it('tell what was held back and what stands in the project', () => {
    const model = JSON.parse(forms['report json']!) as ReportModel;
    assert.ok(model.totals.held >= 3 && model.totals.through === 0, JSON.stringify(model.totals));
    assert.ok(model.clients.some(({ client }) => client === 'claude-code'));
    for (const [part, detector] of [
      ['scan', 'secret/github-token'],
      ['scan', 'pii/email'],
      ['packages', 'supply/vulnerable-package'],
      ['agents', 'agent/inline-secret'],
    ] as const)
      assert.ok(
        model[part].findings.some(one => one.detector === detector),
        `${detector} in ${part}`,
      );
    assert.deepEqual([model.trail.defects, model.vendors[0]?.name], [[], 'Acme']);
    assert.ok(model.faults.some(({ where }) => where?.includes('broken/package-lock.json')));
  });

  it('let no value into any form of them (S33)', async () => {
    const out = join(folder.path, '..', 'report.html');
    const written = await run('report', '--out', out, '--since', '30d');
    assert.equal(written.code, 0, written.stderr);
    const all = { ...forms, html: readFileSync(out, 'utf8'), told: written.stdout + written.stderr };
    for (const [name, value] of Object.entries(planted))
      for (const [form, text] of Object.entries(all)) assert.ok(!text.includes(value), `${name} in ${form}`);
  });

  it('map the ways of data', () => {
    const { nodes, flows } = JSON.parse(forms['flow json']!) as DataFlow;
    const ids = nodes.map(({ id }) => id);
    for (const id of ['client:claude-code', 'server:files', 'vendor:Acme', 'origin:prompts'])
      assert.ok(ids.includes(id), id);
    assert.ok(flows.some(({ from, to, held }) => from === 'client:claude-code' && to === 'vendor:Acme' && held > 0));
  });

  it('refuse a day that is none, and a place that takes no file', async () => {
    const [when, where] = [await run('report', '--since', 'soon'), await run('flow', '--out', folder.path)];
    assert.deepEqual([when.code, where.code], [2, 2]);
    assert.match(when.stderr, /--since takes a day/);
    assert.match(where.stderr, /can't be written/);
  });
}).timeout(60_000);
