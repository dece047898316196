import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { sample } from '../../../src/core/detectors/sample';
import { createLines, hasMethod, idAtEnds } from '../../../src/gateway/mcp/lines';
import { redactLog } from '../../../src/gateway/mcp/redactLog';
import { proxyStdio } from '../../../src/gateway/mcp/stdioProxy';
import { type LinkOptions, partsOf } from './rig';

const token = sample('ghp_{alnum:30}{crc62:6}', 21);

describe('messages in lines', () => {
  it('all arrive, in their order, however they are cut: 10,000 calls', async () => {
    const { client, served, serve, got } = open();
    const calls = Array.from(
      { length: 10_000 },
      (_, i) => `{"jsonrpc":"2.0","id":${i},"method":"tools/call","params":{"name":"a","arguments":{"i":${i}}}}\n`,
    );
    const all = Buffer.from(calls.join(''));
    for (let at = 0, i = 0; at < all.length; i++) {
      const next = at + 1 + ((i * 7919) % 4096);
      client.write(all.subarray(at, next));
      at = next;
      if (i % 20 === 0) await sleep(0);
    }
    await until(() => served().length === 10_000);
    assert.equal(served().join('\n'), calls.map(it => it.trim()).join('\n'));
    serve.write(calls.map((_, i) => `{"jsonrpc":"2.0","id":${i},"result":{"content":[]}}\r\n`).join(''));
    await until(() => got().length === 10_000);
    assert.ok(got().every((line, i) => line === `{"jsonrpc":"2.0","id":${i},"result":{"content":[]}}\r`));
  });

  it('are answered for where they are too long, under their own id, and those behind them pass', async () => {
    const { client, serve, served, got } = open({}, 100_000);
    const long = 'x'.repeat(300_000);
    client.write(
      `{"method":"tools/call","params":{"name":"a","arguments":{"t":"${long}"}},"jsonrpc":"2.0","id":"q"}\n`,
    );
    client.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n{"jsonrpc":"2.0","id":3,"method":"ping"}\n');
    await until(() => served().length === 2 && got().length === 1);
    assert.match(got()[0]!, /"id":"q","error".*MB/);
    serve.write(`{"result":{"content":[{"type":"text","text":"${long}"}]},"jsonrpc":"2.0","id":2}\n`);
    serve.write(
      `{"result":{"a":"${long}"}}\n{"jsonrpc":"2.0","method":"notifications/message","params":{"data":"${long}"}}\n`,
    );
    serve.write('{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"behind"}}\n');
    await until(() => got().length === 4);
    assert.match(got()[1]!, /"id":2,"error".*held this message of test back/);
    assert.match(got()[2]!, /"id":3,"error"/, 'whose id nobody can read ends what waits');
    assert.match(got()[3]!, /behind/);
  });

  it('take no memory of their own where they are too long', () => {
    const lines = createLines(1000);
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 100; i++) assert.deepEqual(lines.push(chunk), []);
    assert.ok(process.memoryUsage().arrayBuffers - before < 20e6);
    const [line] = lines.push(Buffer.from(',"id":7}\n'));
    assert.ok(line && 'tail' in line && idAtEnds(line.head, line.tail) === 7 && line.bytes > 100e6);
  });

  const ends: readonly (readonly [head: string, tail: string, id: unknown])[] = [
    ['{"jsonrpc":"2.0","id":5,"result":{', '}}', 5],
    ['{ "id" : "a\\"b" , "result":{', '}}', 'a"b'],
    ['{"result":{"x":"', '"},"jsonrpc":"2.0","id":9}', 9],
    ['{"result":{"x":"', '"},"id":-9,"jsonrpc":"2.0"} \r', -9],
    ['{"result":{"id":4,"x":"', '{"id":4}}', undefined],
    ['{"result":"', 'text: {\\"id\\":4}"}', undefined],
    ['{"result":{"a":{', '"id":4}}}', undefined],
  ];
  for (const [head, tail, id] of ends)
    it(`tell ${id} by ${head}…${tail}`, () => assert.equal(idAtEnds(head, tail), id));

  it('tell whether they are requests', () => {
    assert.ok(hasMethod('{"jsonrpc":"2.0","id":1,"method":"a"'));
    assert.ok(hasMethod('{"method":"a"'));
    assert.ok(!hasMethod('{"result":{"method":"a"'));
  });

  it('that are not UTF-8 are read as clients read them, and hold nothing back from the look', async () => {
    const { serve, got } = open();
    const bytes = Buffer.concat([
      Buffer.from('{"jsonrpc":"2.0","id":1,"result":{"t":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(` ${token}"}}\n`),
    ]);
    serve.write(bytes);
    await until(() => got().length === 1);
    assert.match(got()[0]!, /"t":"\ufffd\ufffd SECRET_GITHUB_TOKEN_1"/);
  });

  it('that break off in the middle are none, and the server is not waited for', async () => {
    const { serve, got, proxy, client } = open();
    client.write('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a"}}\n');
    await sleep(5);
    serve.end(`{"jsonrpc":"2.0","id":1,"result":{"t":"${token.slice(0, 30)}`);
    assert.equal(await proxy.serverGone, 1);
    assert.deepEqual(got(), []);
  });

  it('wait where nobody reads them, and none is lost', async () => {
    const { serve, output, proxy } = open({}, undefined, true);
    const line = `{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"${'y'.repeat(10_000)}"}}\n`;
    let written = 0;
    const feed = (async () => {
      for (; written < 500; written++) if (!serve.write(line)) await once(serve, 'drain');
      serve.end();
    })();
    await sleep(50);
    assert.ok(written < 100, `the server is held back, not the memory filled: ${written}`);
    let bytes = 0;
    output.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await feed;
    await proxy.serverGone;
    await until(() => bytes === 500 * line.length);
  });

  it('go on while a person is asked', async () => {
    const { client, served, got } = open();
    client.write('{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{"elicitation":{}}}}\n');
    client.write('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"delete_all"}}\n');
    client.write('{"jsonrpc":"2.0","id":2,"method":"ping"}\n');
    await until(() => served().length === 2 && got().length === 1);
    const { id } = JSON.parse(got()[0]!) as { id: string };
    client.write(
      `${JSON.stringify({ jsonrpc: '2.0', id, result: { action: 'accept', content: { allow: 'this time' } } })}\n`,
    );
    await until(() => served().length === 3);
    assert.match(served()[2]!, /delete_all/);
  });

  it('end with the client', async () => {
    const { client, toServer, proxy } = open();
    client.end();
    await proxy.clientGone;
    await until(() => toServer.writableEnded);
  });

  it("of the server's log are redacted line by line", async () => {
    const log = new PassThrough();
    let out = '';
    const done = redactLog(partsOf(), log, async text => {
      out += text;
    });
    log.write(`starting\nGITHUB_TOKEN=${token.slice(0, 20)}`);
    log.write(`${token.slice(20)}\n`);
    log.end('half');
    await done;
    assert.equal(out, 'starting\nGITHUB_TOKEN=SECRET_GITHUB_TOKEN_1\nhalf');
  });
});

function open(options: LinkOptions = {}, most?: number, unread = false) {
  const [client, output, toServer, serve] = [
    new PassThrough(),
    new PassThrough(),
    new PassThrough(),
    new PassThrough(),
  ];
  const proxy = proxyStdio(
    partsOf(options),
    { input: client, output, server: { stdin: toServer, stdout: serve } },
    most,
  );
  const linesOf = (stream: PassThrough) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    return () => text.split('\n').slice(0, -1);
  };
  const served = linesOf(toServer);
  const got = unread ? () => [] : linesOf(output);
  return { client, output, toServer, serve, served, got, proxy };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i > 2000) throw new Error('it did not come about');
    await sleep(5);
  }
}
