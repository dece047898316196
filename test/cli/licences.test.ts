import assert from 'node:assert/strict';
import { makeFolder } from './lockside';

describe('lockside packages and licences', () => {
  it('tells of licences that the settings do not allow', async () => {
    const packages = {
      '': { dependencies: { a: '1', b: '1' } },
      'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-only' },
      'node_modules/b': { version: '1.0.0', license: '(MIT OR AGPL-3.0-only)' },
    };
    const folder = makeFolder({ 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }) });
    assert.equal((await folder.run(['packages'])).code, 0);
    folder.write({ '.vscode/settings.json': '{ "lockside.licences": { "deny": ["AGPL-*"], "allow": 5 } }' });
    const refused = await folder.run(['packages']);
    assert.match(refused.stdout + refused.stderr, /lockside\.licences/);
    folder.write({ '.vscode/settings.json': '{ "lockside.licences": { "deny": ["AGPL-*"] } }' });
    const { code, stdout } = await folder.run(['packages', '--format', 'json']);
    assert.equal(code, 1);
    const told = JSON.parse(stdout).findings.map(({ detector, reason }: Record<string, string>) => [detector, reason]);
    assert.deepEqual(told, [['supply/licence', 'a 1.0.0: AGPL-3.0-only is denied']]);
    folder.remove();
  });
});
