import assert from 'node:assert/strict';
import { packument, type RegistryServer, serveRegistry } from '../io/registries/registryServer';
import { type Folder, makeFolder } from './lockside';

describe('lockside packages --online', function () {
  this.timeout(60_000);
  let folder: Folder;
  let registry: RegistryServer;
  before(async () => {
    const versions = {
      '1.0.0': { age: 900 },
      '1.0.1': { age: 2, scripts: { preinstall: 'node x.js' }, maintainers: [{ name: 'eve' }] },
    };
    registry = await serveRegistry({ files: { 'grown-thing': packument('grown-thing', versions) } });
    folder = makeFolder({
      'package.json': JSON.stringify(
        { dependencies: { 'grown-thing': '^1.0.0', 'invented-thing': '^2.0.0', 'local-thing': 'file:./x' } },
        undefined,
        2,
      ),
    });
  });
  after(async () => {
    folder.remove();
    await registry.close();
  });

  const run = async (args: readonly string[], registryUrl = registry.url) => {
    const ran = await folder.run(['packages', '--format', 'json', ...args], '', {
      npm_config_registry: registryUrl,
      npm_config_userconfig: '',
    });
    const { findings, faults } = JSON.parse(ran.stdout) as {
      findings: { detector: string }[];
      faults: { message: string; where?: string }[];
    };
    return {
      told: findings.map(it => it.detector).sort(),
      faults: faults.map(it => it.message).filter(it => /be asked/.test(it)),
    };
  };

  it('asks nobody without it', async () => {
    assert.deepEqual((await run([])).told, []);
    assert.deepEqual(registry.asked, []);
  });

  it('tells what does not exist, and what has changed hands and gained a script (S13)', async () => {
    const { told, faults } = await run(['--online']);
    assert.deepEqual(told, [
      'supply/install-script',
      'supply/maintainer-change',
      'supply/new-package',
      'supply/unknown-package',
    ]);
    assert.deepEqual(faults, []);
    assert.deepEqual(registry.asked.map(it => it.path).sort(), ['grown-thing', 'invented-thing']);
  });

  it('says what it could not ask', async () => {
    const { told, faults } = await run(['--online'], 'http://127.0.0.1:9/');
    assert.deepEqual(told, []);
    assert.match(faults.join(), /2 packages: .*can't be reached/);
  });
});
