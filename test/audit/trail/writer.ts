// A process that writes events as quickly as it can and tells after each how many are acknowledged.
import { writeSync } from 'node:fs';
import { openTrail } from '../../../src/audit/trail/openTrail';
import { withLockAtOnce } from '../../../src/io/withLock';

const [folder = '', writer = 'editor', brief, count = '1e9'] = process.argv.slice(2);
const trail = openTrail({
  folder,
  surroundings: { writer, workspace: 'shop' },
  exclusively: brief === 'brief' ? withLockAtOnce : undefined,
  rotateAt: 200_000,
});
const record = {
  channel: 'model',
  destination: { kind: 'model', name: 'copilot/gpt-5' },
  action: 'redact',
  layer: 'default',
  reason: 'rule 1: every detector',
  detector: 'secret/github-token',
} as const;
for (let done = 1; done <= Number(count); done++) {
  trail.record([{ ...record, fingerprint: `${process.pid}-${done}` }]);
  if (trail.state()) throw new Error(trail.state()!.error);
  writeSync(1, `${done}\n`);
}
trail.close();
