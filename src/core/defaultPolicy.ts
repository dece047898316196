import type { PolicyLayer } from './policyLayer';

/** What may be part of a text as a person meant it, and instructions to the model: told, and left where they are. */
const seen = [
  'injection/*',
  'hidden/bidi',
  'hidden/homoglyph',
  'hidden/terminal-escape',
  'hidden/blanks',
  'hidden/zero-width',
  'hidden/filler',
  'hidden/invisible',
  'hidden/note-to-model',
];

const asked = [
  ...['supply/typosquat', 'supply/new-package', 'supply/unverified-package', 'supply/foreign-registry'],
  ...['supply/install-script', 'supply/maintainer-change', 'supply/provenance-lost'],
];
const refused = ['supply/unknown-package', 'supply/malicious-package'];

const doing = ['command:*', 'tool:*', 'file:*'];
const neverDone = ['agent/signing', 'agent/skipped-permission', 'agent/protected-read', 'agent/protected-write'];

/** What holds where nobody says anything: held back on every way out, quiet about personal data in the editor. */
export const defaultLayer: PolicyLayer = {
  layer: 'default',
  tightenOnly: false,
  rules: [
    { action: 'redact' },
    { destinations: ['editor:*', 'report:*'], action: 'warn' },
    { detectors: ['pii/*'], destinations: ['editor:*', 'report:*'], action: 'log' },
    // What a person sees stays; what nobody sees goes.
    { detectors: seen, action: 'warn' },
    { detectors: ['hidden/comment'], action: 'log' },
    // What is said of packages is told; a command that would install them waits, or isn't run.
    { detectors: ['supply/*'], action: 'warn' },
    { detectors: asked, destinations: ['command:*'], action: 'ask' },
    { detectors: refused, destinations: ['command:*'], action: 'block' },
    // What an agent would do: a person is asked; what only a person may do isn't done.
    { detectors: ['agent/*'], destinations: doing, action: 'ask' },
    { detectors: neverDone, destinations: doing, action: 'block' },
    { detectors: ['fault/*'], action: 'block' },
    { detectors: ['fault/*'], destinations: ['editor:*', 'report:*'], action: 'log' },
    { detectors: ['class/*'], action: 'allow' },
    { classes: ['confidential'], destinations: ['model:*'], action: 'warn', reason: 'confidential texts are told' },
    { classes: ['restricted'], action: 'block', reason: 'restricted texts stay here' },
  ],
  restore: { workspaceFile: 'allow', publishedFile: 'ask', command: 'ask', network: 'block', tool: 'ask' },
  unguardedModels: 'warn',
};
