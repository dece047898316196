import assert from 'node:assert/strict';
import { createLateListener } from '../../../src/supply/trust/createLateListener';

/** Whether what judges packages is read for an answer that comes in pieces of so many units. */
async function isRead(text: string, size: number): Promise<boolean> {
  let asked = 0;
  const facts = () => {
    asked++;
    throw new Error('asked');
  };
  const listener = createLateListener(facts, () => undefined);
  try {
    for (let at = 0; at < text.length; at += size) listener.push(text.slice(at, at + size));
    await listener.end();
  } catch {
    assert.equal(asked, 1);
  }
  return asked > 0;
}

describe('createLateListener', () => {
  const words = 'It reads the settings and says what is wrong. '.repeat(40);
  for (const size of [1, 7, 64, 5000]) {
    it(`reads what judges packages for a command in pieces of ${size}`, async () => {
      for (const text of ['npm install left-pad', `${words}npm install left-pad`, `npm i left-pad\n${words}`])
        assert.equal(await isRead(text, size), true, text.slice(0, 20));
    });
    it(`reads nothing for words in pieces of ${size}`, async () => assert.equal(await isRead(words, size), false));
  }
});
