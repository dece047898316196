import assert from 'node:assert/strict';
import { detectors } from '../../src/core/detectors/index';
import { revocationOf } from '../../src/core/revocation';

describe('revocation', () => {
  it('says of each secret where and how, and nothing of personal data', () => {
    for (const { id, title } of detectors) {
      const kind = id.startsWith('pii/') ? 'pii' : 'secret';
      const revocation = revocationOf({ detector: id, title, kind });
      if (kind === 'pii') assert.equal(revocation, undefined);
      else assert.match(revocation?.how ?? '', /^[A-Z].{20,200}\.$/, id);
      if (revocation?.url) assert.match(revocation.url, /^https:\/\//);
    }
  });

  const rows: readonly [id: string, how: RegExp, url: RegExp | undefined][] = [
    ['secret/github-token', /security log/, /^https:\/\/github\.com\/settings\/tokens$/],
    ['secret/aws-access-key-id', /deactivate this one/, /console\.aws/],
    ['secret/private-key', /public key/, undefined],
    ['secret/url-password', /password on the server/, undefined],
    ['secret/generic', /Find out which service/, undefined],
    ['secret/jwt', /session/, undefined],
    ['secret/slack-webhook', /Delete this address/, /slack/],
    ['secret/linear-key', /provider’s page/, /linear\.app/],
    ['secret/infura-node', /Sign in to the account/, undefined],
    ['secret/bitcoinaverage-key', /Sign in to the account/, undefined],
  ];
  for (const [id, how, url] of rows) {
    it(`of ${id}`, () => {
      const title = detectors.find(one => one.id === id)?.title ?? '';
      const revocation = revocationOf({ detector: id, title, kind: 'secret' });
      assert.match(revocation?.how ?? '', how);
      if (url) assert.match(revocation?.url ?? '', url);
      else assert.equal(revocation?.url, undefined);
    });
  }
});
