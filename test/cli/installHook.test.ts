import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { packument, type RegistryServer, serveRegistry } from '../io/registries/registryServer';
import { type Folder, makeFolder } from './lockside';

describe('an agent that installs packages', function () {
  this.timeout(60_000);
  let folder: Folder;
  let open: RegistryServer;
  let closed: RegistryServer;
  before(async () => {
    open = await serveRegistry({ files: { 'settled-thing': packument('settled-thing', { '1.0.0': { age: 900 } }) } });
    closed = await serveRegistry({ files: { '@acme%2ftool': packument('@acme/tool', { '1.0.0': { age: 1 } }) } });
    folder = makeFolder({
      'home/.npmrc': `registry=${open.url}\n@acme:registry=${closed.url}\n`,
      'node_modules/.bin/local-tool': '',
    });
  });
  after(async () => {
    folder.remove();
    await Promise.all([open.close(), closed.close()]);
  });

  const key = randomBytes(32).toString('base64');
  const hook = async (client: string, command: string, env: Record<string, string> = {}) => {
    const message = {
      session_id: 's',
      cwd: folder.path,
      hook_event_name: 'PreToolUse',
      tool_name: 'Bash',
      tool_use_id: 't',
      tool_input: { command },
    };
    const ran = await folder.run(['hook', client], JSON.stringify(message), {
      HOME: `${folder.path}/home`,
      LOCKSIDE_KEY: key,
      npm_config_userconfig: '',
      npm_config_registry: '',
      PIP_INDEX_URL: `${open.url}simple/`,
      ...env,
    });
    assert.equal(ran.code, 0, ran.stderr);
    const { permissionDecision, permissionDecisionReason = '' } = JSON.parse(ran.stdout).hookSpecificOutput ?? {};
    return `${permissionDecision}: ${permissionDecisionReason}`;
  };

  it('is stopped at what the registry does not have, and told why (S29)', async () => {
    assert.match(
      await hook('claude-code', 'cd app && npm install invented-agent-helper'),
      /^deny: Lockside: invented-agent-helper \(npm\): .* has no package of this name/,
    );
    assert.match(await hook('claude-code', 'pip install invented-agent-helper'), /^deny: .*PyPI/);
    assert.match(await hook('claude-code', 'npm install reqeust-promise-native'), /^(?:deny|ask): /);
  });

  it('goes on where the package is there, popular, or on disk', async () => {
    assert.match(await hook('claude-code', 'npm install settled-thing lodash && npx local-tool'), /^undefined/);
  });

  it('asks where nobody could be asked, and is stopped where no person can be', async () => {
    const offline = { HOME: `${folder.path}/nowhere`, npm_config_registry: 'http://127.0.0.1:9/' };
    assert.match(await hook('claude-code', 'npm install unheard-of-thing', offline), /^ask: .*nobody could be asked/);
  });

  it('has a private scope asked at its own registry alone', async () => {
    assert.match(await hook('claude-code', 'npm install @acme/tool'), /^ask: .*first version/);
    assert.match(await hook('claude-code', 'npm install @acme/invented'), /^deny: /);
    assert.ok(
      open.asked.length > 0 && open.asked.every(({ path }) => !path.includes('acme')),
      'no private name came to the public registry',
    );
  });

  it('is stopped at what advisories call malicious, whatever the registry says', async () => {
    const before = open.asked.length;
    assert.match(
      await hook('claude-code', 'pip install litellm==1.82.8'),
      /^deny: .*litellm \(PyPI\): .* version 1\.82\.8 is malicious/,
    );
    assert.equal(open.asked.length, before);
  });
});
