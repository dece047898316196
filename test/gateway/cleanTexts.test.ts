import assert from 'node:assert/strict';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import type { CleanTexts } from '../../src/core/model';
import { createVault } from '../../src/core/placeholders';
import { createPolicy, type PolicyLayer } from '../../src/core/policy';
import type { Scanner } from '../../src/core/scan';
import { anthropicMessages } from '../../src/gateway/formats/anthropicMessages';
import { createRedactor } from '../../src/gateway/redactJson';
import { scanner } from './rig';

const token = sample('ghp_{alnum:30}{crc62:6}', 13);
const system = 'You help with the code. Write to someone@example.com about what is unclear.';

describe('texts that an earlier run has found clean', () => {
  it('are not scanned again, whoever they go to, and the request is the same to the byte', async () => {
    const clean = keptClean();
    const body = request('Show me the file.', 'const a = 1;');
    const first = await run({ clean }, body);
    const again = await run({ clean }, body);
    assert.ok(first.scanned > 3);
    assert.equal(again.scanned, 0);
    assert.equal(again.json, first.json);
    assert.equal((await run({ clean, model: 'another' }, body)).scanned, 0);
    assert.ok((await run({ clean }, request('Show me another file.', 'const a = 1;'))).scanned > 0);
  });

  it('never are those that hold something', async () => {
    const clean = keptClean();
    const body = request(`my token is ${token}`, `const a = '${token}';`);
    for (let i = 0; i < 3; i++) {
      const { json, scanned } = await run({ clean }, body);
      assert.ok(!json.includes(token) && json.includes('SECRET_GITHUB_TOKEN_1'));
      assert.ok(scanned >= 2);
    }
    assert.ok(![...clean.kept.keys()].some(key => key.includes(token)));
  });

  it('are looked at for values that were given out since', async () => {
    const clean = keptClean();
    // By itself nobody takes this for a secret.
    const value = 'orange-boat-4711-of-the-harbour';
    const body = request(`It is called ${value}.`, 'nothing');
    assert.ok((await run({ clean }, body)).json.includes(value));
    const { json, scanned } = await run({ clean, values: [value] }, body);
    assert.ok(!json.includes(value));
    assert.equal(scanned, 0);
    assert.ok(!(await run({ clean, values: [value] }, body)).json.includes(value));
  });

  it('are no others in another place: behind the beginning of a secret, in another file', async () => {
    const clean = keptClean();
    const rest = token.slice(18);
    await run({ clean }, request('go', 'nothing', rest));
    const { json } = await run({ clean }, request('go', `key: ${token.slice(0, 18)}`, rest));
    assert.ok(!json.includes(rest));
    const { json: padded } = await run({ clean }, request('go', `key: ${token.slice(0, 18)}${' '.repeat(300)}`, rest));
    assert.ok(!padded.includes(rest));
    assert.ok((await run({ clean, path: 'src/other.ts' }, request('go', 'nothing', 'const a = 1;'))).scanned > 0);
  });

  it('go through the policy of now', async () => {
    const clean = keptClean();
    const body = request('go', 'nothing secret');
    await run({ clean, path: 'plans/next.md' }, body);
    const layers: PolicyLayer[] = [
      {
        layer: 'workspace',
        tightenOnly: false,
        classes: [{ paths: ['plans/**'], class: 'restricted' }],
        rules: [{ classes: ['restricted'], action: 'block' }],
      },
    ];
    const { refused, scanned } = await run({ clean, path: 'plans/next.md', layers }, body);
    assert.match(String(refused), /Lockside blocked this request/);
    assert.equal(scanned, 0);
  });

  it('are none where the scan failed, or where the vault has made up values', async () => {
    const faults = keptClean();
    const broken = () => ({ findings: [], faults: [{ code: 'timeout', message: 'too long' }] as const });
    await run({ clean: faults, scan: broken }, request('go', 'nothing'));
    assert.equal(faults.kept.size, 0);
    const synthetic = keptClean();
    await run({ clean: synthetic, values: ['Anna Beispiel'], synthetic: 'Berta Muster' }, request('go', 'nothing'));
    assert.equal(synthetic.kept.size, 0);
  });
});

function keptClean(): CleanTexts & { readonly kept: Map<string, number> } {
  const kept = new Map<string, number>();
  return {
    kept,
    seen: key => kept.get(key),
    add: (key, seen) => void kept.set(key, seen),
    forget: () => kept.clear(),
  };
}

interface Run {
  readonly clean: CleanTexts;
  readonly model?: string;
  readonly path?: string;
  readonly values?: readonly string[];
  readonly synthetic?: string;
  readonly layers?: readonly PolicyLayer[];
  readonly scan?: Scanner['scan'];
}

/** One request to a process that has just started; tells how many texts it scanned. */
async function run({ clean, model = 'm', path, values = [], synthetic, layers = [], scan }: Run, value: object) {
  let scanned = 0;
  const counting: Scanner['scan'] = (...asked) => {
    scanned++;
    return (scan ?? scanner.scan)(...asked);
  };
  const vault = createVault();
  for (const value of values) {
    const name = vault.placeholderFor('secret/x', value, () => false);
    if (synthetic !== undefined) vault.syntheticFor(name, [synthetic], () => false);
  }
  const policy = createPolicy(layers, '2026-01-01');
  const guard = createGuard({
    ...{ scanner: { ...scanner, scan: counting }, vault, policy: () => policy },
    audit: () => undefined,
  });
  const redacted = await createRedactor({ guard, clean, exclusively: async work => work() })({
    ...{ json: JSON.stringify(value), value, shape: anthropicMessages.shape },
    destination: { kind: 'model', name: model },
    sourceOf: () => (path === undefined ? {} : { path }),
  });
  return { scanned, json: '', refused: undefined, ...redacted };
}

function request(prompt: string, ...results: readonly string[]): object {
  return {
    model: 'm',
    system,
    messages: [
      { role: 'user', content: prompt },
      ...results.flatMap((content, i) => [
        { role: 'assistant', content: [{ type: 'tool_use', id: `t${i}`, name: 'Read', input: { file_path: 'a.ts' } }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: `t${i}`, content }] },
      ]),
    ],
  };
}
