import type { Translate } from './coverage';

/** What the status item is made of. */
export interface StatusFacts {
  readonly ready: boolean;
  readonly trusted: boolean;
  readonly paused: boolean;
  readonly settingsFaults: number;
  /** Whether the last prompt went to a model that isn't guarded. */
  readonly unguarded: boolean;
  /** Ways out that could be closed and are not. */
  readonly open: number;
  readonly unproven: boolean;
  readonly findings: number;
}

export interface Status {
  /** An icon and at most twelve letters. */
  readonly text: string;
  /** The same as a sentence. */
  readonly says: string;
  readonly alarm: boolean;
}

/** What the status item shows: the first thing of these that a person should know. */
export function statusOf(facts: StatusFacts, t: Translate): Status {
  const calm = (text: string, says: string): Status => ({ text, says, alarm: false });
  if (!facts.ready) return calm('$(loading~spin) Lockside', t('starting.'));
  if (facts.unguarded)
    return {
      text: `$(warning) ${t('Unguarded')}`,
      says: t('the last prompt went to an unguarded model.'),
      alarm: true,
    };
  if (facts.settingsFaults > 0)
    return calm(`$(error) ${t('Settings')}`, t('{0} entries of the settings are not applied.', facts.settingsFaults));
  if (!facts.trusted)
    return calm(`$(workspace-untrusted) ${t('Limited')}`, t('agent hooks are off until you trust the workspace.'));
  if (facts.paused)
    return calm(`$(debug-pause) ${t('Paused')}`, t('findings in the editor are paused; prompts are still guarded.'));
  const found = facts.findings > 0 ? ` $(key) ${facts.findings > 99 ? '99+' : facts.findings}` : '';
  if (facts.open > 0)
    return calm(`$(shield) ${t('{0} open', facts.open)}${found}`, t('{0} ways to an AI model are open.', facts.open));
  return facts.unproven
    ? calm(`$(shield) ${t('Ready')}${found}`, t('no open way known; not every guard seen at work yet.'))
    : calm(`$(workspace-trusted) ${t('Guarded')}${found}`, t('every known way to an AI model is guarded.'));
}
