import assert from 'node:assert/strict';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import {
  type CheckAnswer,
  hostOfCheck,
  type KeyState,
  keyCheckFor,
  keyChecks,
  whatIsSent,
} from '../../src/core/keyCheck';

describe('key checks', () => {
  it('are there for at least ten providers, each named once', () => {
    const names = keyChecks.map(({ provider }) => provider);
    assert.ok(names.length >= 10);
    assert.equal(new Set(names).size, names.length);
  });

  for (const check of keyChecks) {
    it(`ask ${check.name} for the keys of detectors that there are, over TLS, with the key in one place`, () => {
      for (const id of check.detectors) {
        const detector = detectors.find(one => one.id === id);
        assert.ok(detector, `${id} is no detector`);
        const key = secretOf(detector.hits[0] as string);
        const { url, headers, body = '' } = check.request(key);
        assert.match(url, /^https:\/\/[\w.-]+\//);
        assert.equal([url, ...Object.values(headers), body].filter(part => part.includes(key)).length, 1);
        assert.ok(!hostOfCheck(check).includes(key));
        assert.match(key, /^[\w.:~+=/-]{8,1000}$/, 'it would be refused unasked');
      }
      assert.match(whatIsSent(check), /^(?:GET|POST) https:\/\/\S+ with the key in the (?:header [\w-]+|address)/);
    });
  }

  const answers: readonly [provider: string, CheckAnswer, KeyState][] = [
    ['secret/github-token', { status: 200, body: '{"login":"a"}' }, 'live'],
    ['secret/github-token', { status: 401, body: '' }, 'inactive'],
    ['secret/github-token', { status: 403, body: '' }, 'live'],
    ['secret/github-token', { status: 302, body: '' }, 'unknown'],
    ['secret/github-token', { status: 503, body: '' }, 'unknown'],
    ['secret/figma-token', { status: 403, body: '' }, 'inactive'],
    ['secret/airtable-token', { status: 403, body: '' }, 'unknown'],
    ['secret/slack-bot-token', { status: 200, body: '{"ok":true,"url":"…"}' }, 'live'],
    ['secret/slack-bot-token', { status: 200, body: '{"ok":false,"error":"invalid_auth"}' }, 'inactive'],
    ['secret/slack-bot-token', { status: 200, body: '{"ok":false,"error":"ratelimited"}' }, 'unknown'],
    ['secret/slack-bot-token', { status: 200, body: '<html>' }, 'unknown'],
    ['secret/linear-key', { status: 200, body: '{"data":{"viewer":{"id":"1"}}}' }, 'live'],
    [
      'secret/linear-key',
      { status: 400, body: '{"errors":[{"extensions":{"code":"AUTHENTICATION_ERROR"}}]}' },
      'inactive',
    ],
    ['secret/linear-key', { status: 429, body: '' }, 'unknown'],
  ];
  for (const [detector, answer, state] of answers) {
    it(`read ${answer.status} ${answer.body} for ${detector} as ${state}`, () => {
      assert.equal(keyCheckFor(detector)?.judge(answer), state);
    });
  }

  it('are not there for what no provider gave out', () => {
    assert.equal(keyCheckFor('secret/generic'), undefined);
    assert.equal(keyCheckFor('pii/email'), undefined);
  });
});

function secretOf(hit: string): string {
  return /‹([^›]+)›/.exec(sample(hit, 1))?.[1] ?? '';
}
