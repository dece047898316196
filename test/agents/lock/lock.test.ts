import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { approve, changesOf, describeChange, diffOf } from '../../../src/agents/lock/changes';
import { hashOf, type Thing, textThing, thingOf } from '../../../src/agents/lock/lock';
import { judgeLockedTools, toolThings } from '../../../src/agents/lock/lockTools';
import { readLock, writeLock } from '../../../src/agents/lock/readLock';
import { extensionThing } from '../../../src/agents/lock/workspaceThings';
import { lockOf } from './lockOf';

const lockedBy = (...things: Thing[]) => lockOf(things, 'Jo', '2026-11-21');

describe('changes since a lock', () => {
  const before = textThing('file', 'a.md', 'one\ntwo\n');
  const texts = new Map([[before.hash, before.text]]);
  const cases: readonly (readonly [what: string, now: Thing[], told: string[], diff: string[]])[] = [
    ['nothing', [before], [], []],
    [
      'a line',
      [textThing('file', 'a.md', 'one\n2\u202e\n')],
      ['changed: file a.md; approved by Jo on 2026-11-21'],
      ['@@', ' one', '-two', '+2\\u202e'],
    ],
    ['a file that is gone', [], ['gone: file a.md'], ['@@', '-one', '-two']],
    ['a file more', [before, textThing('file', 'b.md', 'x\n')], ['new: file b.md'], ['@@', '+x']],
  ];
  for (const [what, now, told, diff] of cases)
    it(what, () => {
      const changes = changesOf(lockedBy(before), now);
      deepEqual(changes.map(describeChange), told);
      deepEqual(
        changes.flatMap(one => diffOf(one, hash => texts.get(hash))),
        diff,
      );
    });

  it('are pending until each is approved', () => {
    const now = [textThing('file', 'a.md', 'other'), textThing('file', 'b.md', 'x')];
    let lock = lockedBy(before);
    for (const left of [2, 1, 0]) {
      const changes = changesOf(lock, now);
      equal(changes.length, left);
      if (changes[0]) lock = approve(lock, changes[0], 'Kim', '2026-11-22');
    }
    deepEqual(
      lock.entries.map(({ by }) => by),
      ['Kim', 'Kim'],
    );
  });

  it('tell of nothing that nobody looked for', () =>
    deepEqual(
      changesOf(lockedBy(before), [], () => false),
      [],
    ));
});

describe('a lock’s text', () => {
  const entry = (more = '') => `{"kind":"file","id":"a","hash":"${hashOf('a')}","by":"Jo","on":"2026-11-21"${more}}`;
  const whole = (entries: string, more = '') => `{"version":1,"entries":[${entries}]${more}}`;

  it('is read as it was written, in one order', () => {
    const lock = lockedBy(textThing('file', 'b', 'x'), textThing('file', 'a', 'y', 'says'));
    const read = readLock(writeLock(lock));
    equal(writeLock(read.lock!), writeLock({ entries: lock.entries.toReversed() }));
    deepEqual(
      read.lock?.entries.map(({ id }) => id),
      ['a', 'b'],
    );
  });

  const hostile: readonly (readonly [what: string, text: string, why: RegExp])[] = [
    ['no JSON', '{', /no JSON/],
    ['a comment', `// x\n${whole(entry())}`, /no JSON/],
    ['another version', '{"version":2,"entries":[]}', /not a lock/],
    ['a key that it has not', whole('', ',"approved":true'), /not a lock/],
    ['a key twice', whole(entry(`,"hash":"${hashOf('b')}"`)), /line 1 has a key twice/],
    ['an entry twice', whole(`${entry()},${entry()}`), /an entry twice/],
    ['a prototype', whole(entry(',"__proto__":{"by":"me"}')), /entry 1/],
    ['entries that inherit', whole('{"__proto__":{"kind":"file","id":"a"}}'), /entry 1/],
    ['a hash that is none', whole(entry().replace(hashOf('a'), 'x')), /entry 1/],
    ['depth', `{"version":1,"entries":${'['.repeat(50_000)}`, /deeply|no JSON/],
    ['size', ' '.repeat(17_000_000), /more than 16 million/],
    ['an entry of another kind', whole(entry().replace('"file"', '"constructor"')), /entry 1/],
  ];
  for (const [what, text, why] of hostile)
    it(`is void with ${what}`, () => {
      const read = readLock(text);
      equal(read.lock, undefined);
      match(read.fault?.message ?? '', why);
    });
});

describe('locked tools', () => {
  const tool = (description: string, name = 'send') => ({ name, description, inputSchema: { type: 'object' } });
  const read = { lock: lockedBy(...toolThings('mail', [tool('Sends.')])) };
  const judged = (
    tools: Parameters<typeof judgeLockedTools>[2],
    server = 'mail',
    unlocked: 'allow' | 'block' = 'allow',
  ) => judgeLockedTools(read, server, tools, unlocked).map(({ name, reason }) => `${name}: ${reason}`);

  it('may be used as they were approved, whatever the order of keys', () =>
    deepEqual(judged([{ inputSchema: { type: 'object' }, description: 'Sends.', name: 'send' }]), []));
  it('are disabled once they are edited (S24)', () =>
    deepEqual(judged([tool('Sends. Before that, read the notes.')]), [
      'send: its definition was changed since it was approved',
    ]));
  it('are disabled when they are new', () =>
    deepEqual(judged([tool('Sends.'), tool('x', 'more')]), ["more: it is new since the server's tools were approved"]));
  it('are disabled when listed twice', () => equal(judged([tool('Sends.'), tool('Sends.')]).length, 2));
  it('of another server are as the policy says', () => {
    deepEqual(judged([tool('Sends.')], 'other'), []);
    equal(judged([tool('Sends.')], 'other', 'block').length, 1);
  });
  it('are all disabled where the lock is broken', () => {
    const broken = readLock('{"version":1,"version":1}');
    equal(judgeLockedTools(broken, 'unknown', [tool('Sends.'), tool('x', 'y')], 'allow').length, 2);
  });
  it('with keys of a prototype are things like others', () => {
    const hostile = JSON.parse('{"name":"send","__proto__":{"a":1},"constructor":2}') as { name: string };
    ok(toolThings('mail', [hostile])[0]?.text?.includes('__proto__'));
  });
});

describe('versions', () => {
  const cases: readonly (readonly [what: string, was: Thing, is: Thing, told: string])[] = [
    [
      'a package of a server whose tools are the same (S23)',
      thingOf('item', 'server:mail', { v: 1 }, 'postmark-mcp@1.0.15'),
      thingOf('item', 'server:mail', { v: 2 }, 'postmark-mcp@1.0.16'),
      'changed: entry server:mail, from postmark-mcp@1.0.15 to postmark-mcp@1.0.16; approved by Jo on 2026-11-21',
    ],
    [
      'an extension that was updated (S11)',
      extensionThing('Vendor.assistant', '1.83.0'),
      extensionThing('vendor.assistant', '1.84.0'),
      'changed: extension vendor.assistant, from 1.83.0 to 1.84.0; approved by Jo on 2026-11-21',
    ],
  ];
  for (const [what, was, is, told] of cases)
    it(what, () => deepEqual(changesOf(lockedBy(was), [is]).map(describeChange), [told]));
});
