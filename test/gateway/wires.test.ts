import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { note } from '../../src/gateway/redactJson';
import { type Reply, startGateway, type TestGateway } from './rig';
import { type Wire, wires } from './wires';

describe('the gateway, in every wire format', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await startGateway();
  });
  after(() => gateway.stop());

  for (const wire of wires) {
    describe(wire.name, () => {
      for (const stream of [false, true]) {
        it(`lets no value out and puts each back, ${stream ? 'streamed' : 'whole'}`, () =>
          fc.assert(
            fc.asyncProperty(texts, cuts, async ({ text, values }, cut) => {
              gateway.provider.reply = ({ body }) => {
                const echo = wire.firstText(JSON.parse(body)).replace(note, '');
                return replyWith(wire, stream, echo, cut);
              };
              const response = await ask(gateway, wire, text, stream);
              const body = await response.text();
              assert.equal(response.status, 200, body);
              const sent = gateway.provider.requests.splice(0)[0]!.body;
              for (const value of values) assert.ok(!holds(sent, value), 'the provider got a value');
              const read = stream ? wire.readStream(body) : wire.readWhole(JSON.parse(body));
              assert.equal(read.text, text);
              if (read.input !== '') assert.deepEqual(JSON.parse(read.input), { path: 'a.env', content: text });
            }),
            { numRuns: 15, seed: 20_261_121 },
          ));
      }
    });
  }
});

/** Templates of secrets that any text gives away, such as tokens with a prefix of their own. */
const templates = detectors
  .filter(({ id, tier }) => id.startsWith('secret/') && tier === 'certain')
  .flatMap(({ hits }) => hits.slice(0, 1))
  .filter(hit => !hit.includes('\n') && !/[\\"]/.test(hit));

interface Marked {
  readonly text: string;
  readonly values: readonly string[];
}

const secret: fc.Arbitrary<Marked> = fc.tuple(fc.nat(templates.length - 1), fc.nat(1_000_000)).map(([at, seed]) => {
  const marked = sample(templates[at]!, seed);
  const values = Array.from(marked.matchAll(/‹([^›]*)›/g), match => match[1]!);
  return { text: marked.replaceAll(/[‹›]/g, ''), values };
});

const plain: fc.Arbitrary<Marked> = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      'a "quoted" \\ word',
      'tabs\tand\r\nlines',
      'SECRET_',
      'secret-x-',
      'PII_NAME_999999',
      'é 😀 \u2028',
      '\\u0041\\n',
      '{"a": [1, 2]}',
    ),
  )
  .map(text => ({ text, values: [] }));

/** Lines of ordinary text and of secrets. */
const texts: fc.Arbitrary<Marked> = fc
  .array(fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: secret }), { minLength: 1, maxLength: 12 })
  .map(parts => ({ text: parts.map(({ text }) => text).join('\n'), values: parts.flatMap(({ values }) => values) }));

/** How long the pieces of an answer are, and of its bytes. */
const cuts = fc.record({
  pieces: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
  bytes: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }),
});
type Cut = typeof cuts extends fc.Arbitrary<infer T> ? T : never;

function replyWith(wire: Wire, stream: boolean, text: string, cut: Cut): Reply {
  const input = { path: 'a.env', content: text };
  if (!stream) return { body: JSON.stringify(wire.whole(text, input)) };
  const events = wire.stream(cutUp(text, cut.pieces), cutUp(JSON.stringify(input), cut.pieces));
  const headers = { 'content-type': wire.type ?? 'text/event-stream' };
  return { headers, pieces: cutUp(Buffer.from(events.join('')), cut.bytes) };
}

/** Pieces of the given lengths, over and over. A text is cut between its characters: JSON can't hold half of one. */
function cutUp<T extends string | Buffer>(whole: T, lengths: readonly number[]): T[] {
  const pieces: T[] = [];
  for (let at = 0, i = 0; at < whole.length; i++) {
    let end = at + lengths[i % lengths.length]!;
    if (typeof whole === 'string' && /[\uD800-\uDBFF]/.test(whole[end - 1] ?? '')) end++;
    pieces.push(whole.slice(at, end) as T);
    at = end;
  }
  return pieces;
}

function ask({ url }: TestGateway, wire: Wire, text: string, stream: boolean): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(wire.request(text, stream));
  return fetch(url + wire.path(stream), { method: 'POST', headers, body });
}

function holds(sent: string, value: string): boolean {
  return sent.includes(value) || sent.includes(Buffer.from(value).toString('base64'));
}
