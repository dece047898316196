import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openGateway } from '../../src/cli/openGateway';
import { packument, type RegistryServer, serveRegistry } from '../io/registries/registryServer';
import { type Folder, makeFolder } from './lockside';

describe('packages that an answer through the gateway names', function () {
  this.timeout(60_000);
  let folder: Folder;
  let registry: RegistryServer;
  const environment = { ...process.env };
  before(async () => {
    registry = await serveRegistry({
      files: { 'settled-thing': packument('settled-thing', { '1.0.0': { age: 900 } }) },
    });
    folder = makeFolder({ 'src/widgets/index.ts': '' });
    Object.assign(process.env, {
      ...{
        npm_config_registry: registry.url,
        PIP_INDEX_URL: `${registry.url}simple/`,
        LOCKSIDE_STATE: `${folder.path}/state`,
      },
      ...{ LOCKSIDE_USER_SETTINGS: '', LOCKSIDE_KEY: randomBytes(32).toString('base64') },
    });
  });
  after(async () => {
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    folder.remove();
    await registry.close();
  });

  /** Sends a stream whose text comes in small pieces, and stays open at its end until enough was told, or nobody believes in it any more. */
  const model = (text: string, isTold: () => boolean) =>
    createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let at = 0; at < text.length; at += 5)
        response.write(
          `data: ${JSON.stringify({ model: 'm', choices: [{ index: 0, delta: { content: text.slice(at, at + 5) } }] })}\n\n`,
        );
      const began = performance.now();
      const waiting = setInterval(() => {
        if (!isTold() && performance.now() - began < 15_000) return;
        clearInterval(waiting);
        response.end('data: [DONE]\n\n');
      }, 50);
    });

  it('are told while the answer goes on (S29)', async () => {
    const text =
      'Install it:\n\n```sh\nnpm install invented-answer-helper settled-thing lodash\n```\n\nor `pip install invented-py-helper`.\n\n```ts\nimport a from "invented-import";\nimport b from "widgets/a";\n```\n';
    const told: { message: string; at: number }[] = [];
    const upstream = model(text, () => told.length === 3);
    await new Promise<void>(resolve => upstream.listen(0, '127.0.0.1', resolve));
    const opened = await openGateway({
      ...{
        cwd: folder.path,
        clients: [],
        upstreams: { openai: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/v1` },
      },
      tell: ({ kind, message }) => kind === 'package' && told.push({ message, at: performance.now() }),
    });
    const { url } = await opened.gateway.listen(0);
    const body = JSON.stringify({ model: 'm', stream: true, messages: [{ role: 'user', content: 'hi' }] });
    const answer = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const said = await answer.text();
    const over = performance.now();
    await opened.close();
    upstream.closeAllConnections();
    upstream.close();
    assert.ok(said.includes('[DONE]'));
    assert.deepEqual(told.map(({ message }) => /names (\S+ \(\S+\)): .*no package/.exec(message)?.[1]).sort(), [
      'invented-answer-helper (npm)',
      'invented-import (npm)',
      'invented-py-helper (PyPI)',
    ]);
    assert.ok(
      told.every(({ at }) => at < over),
      'before the answer was over',
    );
    assert.ok(!registry.asked.some(({ path }) => path === 'lodash'), 'what everybody knows is not asked about');
  });
});
