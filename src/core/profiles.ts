import type { PolicyLayer, Rule } from './policy';

/** Ready policies for what an organisation has to answer for. Each of them only makes things stricter. */
export const profiles = ['strict', 'health', 'payments', 'education', 'eu'] as const;
export type Profile = (typeof profiles)[number];

/** What a profile says, without the layer that asks for it. */
export type ProfileRules = Pick<PolicyLayer, 'rules' | 'restore' | 'unguardedModels'>;

/** The ways on which a value leaves this machine. */
const leaving = ['model:*', 'network:*', 'tool:*', 'command:*', 'clipboard:*'];
const shown = ['editor:*', 'report:*'];

const guarded = { unguardedModels: 'block' } as const;

/** Personal data never leaves, and is told where it stands. */
function personal(reason: string, ...more: Rule[]): ProfileRules {
  return {
    rules: [
      { detectors: ['pii/*'], destinations: leaving, action: 'redact', reason },
      { detectors: ['pii/*'], destinations: shown, action: 'warn', reason },
      ...more,
    ],
    restore: { publishedFile: 'block', network: 'block' },
    ...guarded,
  };
}

const texts: Readonly<Record<Profile, ProfileRules>> = {
  strict: {
    rules: [
      { destinations: leaving, action: 'redact', reason: 'strict: nothing that is found leaves' },
      { detectors: ['fault/*'], destinations: leaving, action: 'block', reason: 'strict: what is not scanned stays' },
      { detectors: ['class/*'], action: 'allow' },
      { classes: ['confidential', 'restricted'], destinations: leaving, action: 'block', reason: 'strict: stays here' },
    ],
    restore: { publishedFile: 'block', command: 'ask', network: 'block', tool: 'block' },
    ...guarded,
  },
  health: personal('health: minimum necessary, HIPAA 45 CFR 164.502(b), 164.514(b)', {
    detectors: ['pii/medical-record-number', 'pii/health*', 'pii/us-medicare-beneficiary', 'pii/*patient*'],
    destinations: leaving,
    action: 'block',
    reason: 'health: protected health information stays, HIPAA 45 CFR 164.502(a)',
  }),
  payments: {
    rules: [
      { detectors: ['pii/payment-card'], destinations: leaving, action: 'redact', reason: 'payments: PCI DSS 3.4.1' },
      {
        detectors: ['pii/payment-card', 'pii/card-*'],
        destinations: shown,
        action: 'warn',
        reason: 'payments: PCI DSS 3.5.1',
      },
      {
        detectors: ['pii/card-security-code', 'pii/card-track', 'pii/card-pin'],
        destinations: leaving,
        action: 'block',
        reason: 'payments: sensitive authentication data, PCI DSS 3.3.1',
      },
    ],
    restore: { publishedFile: 'block', network: 'block' },
    ...guarded,
  },
  education: personal('education: records of students, FERPA 34 CFR 99.30'),
  eu: personal('eu: data minimisation, GDPR art. 5(1)(c)', {
    detectors: ['pii/*'],
    destinations: ['model:*', 'network:*'],
    when: '!(destination.region in ["", "eu", "local", "unknown"])',
    action: 'block',
    reason: 'eu: transfers to third countries, GDPR art. 44',
  }),
};

/** A profile's rules. */
export function profileRules(profile: Profile): ProfileRules {
  return texts[profile];
}
