/** What a team's settings begin with. Each says what already holds by default, so that it can be seen and made stricter. */
export function starterPolicy(salt: string): Readonly<Record<string, unknown>> {
  return {
    'lockside.rules': [
      {
        detectors: ['secret/*'],
        destinations: ['model:*'],
        action: 'redact',
        reason: 'Secrets stay on our machines; models get placeholders.',
      },
      {
        detectors: ['pii/*'],
        destinations: ['model:*'],
        action: 'redact',
        reason: 'Personal data stays on our machines.',
      },
    ],
    'lockside.guard.unguardedModels': 'warn',
    'lockside.fingerprintSalt': salt,
  };
}
