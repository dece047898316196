/** How far one way out is covered. `unproven`: it should be, but nothing in this window has shown it yet. */
export type CoverageState = 'guarded' | 'partly' | 'open' | 'unproven';

/** What closes a gap: a command, or a setting whose new value is shown before it is written. */
export type Remedy =
  | { readonly kind: 'command'; readonly label: string; readonly command: string; readonly argument?: string }
  | { readonly kind: 'setting'; readonly label: string; readonly setting: string; readonly value: unknown };

export type WayOut =
  | 'chatInput'
  | 'model'
  | 'hooks'
  | 'fileReads'
  | 'terminal'
  | 'implicitContext'
  | 'ghostText'
  | 'nextEdits'
  | 'others';

export interface CoverageRow {
  readonly id: WayOut;
  readonly title: string;
  readonly state: CoverageState;
  /** One sentence. */
  readonly why: string;
  readonly remedy?: Remedy;
  /** True for what no setting of this window can close: it is shown, but doesn't count in the status bar. */
  readonly outside?: boolean;
}

/** What the rows are made of; `coverageFacts.ts` gathers it. */
export interface CoverageFacts {
  readonly trusted: boolean;
  /** Hooks run as processes beside the files, so a workspace without a disk has none. */
  readonly onDisk: boolean;
  readonly guardedModels: readonly string[];
  readonly lastPrompt: 'guarded' | 'unguarded' | undefined;
  readonly unguardedModels: 'allow' | 'warn' | 'block';
  readonly hookCalls: number;
  readonly useHooks: boolean;
  readonly managedHooksOnly: boolean;
  /** Whether the chat's input box has been seen as a document in this window. */
  readonly chatInputSeen: boolean;
  readonly copilotInstalled: boolean;
  readonly inlineSuggest: boolean;
  /** `github.copilot.enable`: languages, `*` for all others. */
  readonly copilotEnable: Readonly<Record<string, boolean>>;
  readonly nextEdits: boolean;
  /** `chat.implicitContext.enabled` for the chat panel. */
  readonly implicitContext: string;
}

/** Makes `vscode.l10n.t` a parameter, so that the rows can be tested without an editor. */
export type Translate = (message: string, ...values: (string | number | boolean)[]) => string;

/** One row for each way out, for the current model and settings. */
export function coverageRows(facts: CoverageFacts, t: Translate): CoverageRow[] {
  return [chatInput, model, hooks, fileReads, terminal, implicitContext, ghostText, nextEdits, others].map(row =>
    row(facts, t),
  );
}

/** How many ways out that could be closed are not: what the status bar says. */
export function openCount(rows: readonly CoverageRow[]): number {
  return rows.filter(({ state, outside }) => state === 'open' && !outside).length;
}

type Row = (facts: CoverageFacts, t: Translate) => CoverageRow;

const chatInput: Row = (facts, t) => {
  const row = { id: 'chatInput' as const, title: t('Chat input') };
  if (facts.lastPrompt === 'guarded')
    return { ...row, state: 'guarded', why: t('What you type is underlined, and the guarded model redacts the rest.') };
  if (hookState(facts) === 'guarded')
    return {
      ...row,
      state: 'guarded',
      why: t('What you type is underlined, and an agent hook holds back a prompt that holds a secret.'),
    };
  if (!facts.chatInputSeen)
    return { ...row, state: 'unproven', why: t('The chat has not been used in this window yet.') };
  const why = t('What you type is underlined, but nothing is known to stop a prompt that you send all the same.');
  return { ...row, state: 'partly', why, remedy: chooseModel(facts, t) };
};

const model: Row = (facts, t) => {
  const row = { id: 'model' as const, title: t('Chat model') };
  if (facts.lastPrompt === 'guarded')
    return {
      ...row,
      state: 'guarded',
      why: t('The last prompt went to a guarded model: all of it was redacted first.'),
    };
  if (facts.lastPrompt === 'unguarded')
    return {
      ...row,
      state: 'open',
      why: t('The last prompt went to an unguarded model: attached files and tool results left as they are.'),
      remedy: chooseModel(facts, t),
    };
  if (facts.guardedModels.length === 0)
    return { ...row, state: 'unproven', why: t('No chat model is installed yet, so there is none to guard.') };
  const why =
    facts.unguardedModels === 'block'
      ? t('No prompt seen yet. Guarded models on offer: {0}; the policy blocks any other.', facts.guardedModels.length)
      : t('No prompt seen yet. Guarded models on offer: {0}.', facts.guardedModels.length);
  return { ...row, state: 'unproven', why, remedy: chooseModel(facts, t) };
};

const hooks: Row = (facts, t) => {
  const row = { id: 'hooks' as const, title: t('Agent hooks') };
  if (!facts.trusted) {
    const remedy = command(t('Manage Workspace Trust'), 'workbench.trust.manage');
    return { ...row, state: 'open', why: t('VS Code runs no hooks in a workspace that you don’t trust.'), remedy };
  }
  if (!facts.onDisk) return { ...row, state: 'open', why: t('Hooks need a workspace on a disk.') };
  if (!facts.useHooks)
    return {
      ...row,
      state: 'open',
      why: t('Hooks are turned off by the setting {0}.', 'chat.useHooks'),
      remedy: setting(t('Turn Hooks On…'), 'chat.useHooks', true),
    };
  if (facts.managedHooksOnly)
    return {
      ...row,
      state: 'open',
      why: t('Your organisation allows only its own hooks ({0}).', 'chat.hooks.allowManagedOnly'),
    };
  return facts.hookCalls > 0
    ? { ...row, state: 'guarded', why: t('VS Code has asked our hooks {0} times in this window.', facts.hookCalls) }
    : {
        ...row,
        state: 'unproven',
        why: t('VS Code has not asked our hooks yet; it does with the first prompt to an agent.'),
      };
};

const fileReads: Row = (facts, t) => {
  const row = { id: 'fileReads' as const, title: t('Files that an agent reads') };
  const state = hookState(facts);
  if (facts.lastPrompt === 'guarded')
    return { ...row, state: 'guarded', why: t('The guarded model gets their text redacted.') };
  if (state === 'guarded')
    return { ...row, state, why: t('A hook sends the agent to a redacted copy that is never on disk.') };
  if (state === 'unproven')
    return { ...row, state, why: t('A hook will send the agent to a redacted copy, once VS Code asks it.') };
  return { ...row, state, why: t('Without hooks, only a guarded model redacts them.'), remedy: chooseModel(facts, t) };
};

const terminal: Row = (facts, t) => {
  const row = { id: 'terminal' as const, title: t('Terminal and search of an agent') };
  if (facts.lastPrompt === 'guarded')
    return { ...row, state: 'guarded', why: t('The guarded model gets the output redacted.') };
  const state = hookState(facts);
  const remedy = chooseModel(facts, t);
  if (state === 'open')
    return { ...row, state, why: t('Without hooks, only a guarded model redacts the output.'), remedy };
  const why = t('A hook stops commands that would show a file with findings; other output goes out as it is.');
  return { ...row, state: state === 'guarded' ? 'partly' : state, why, remedy };
};

const implicitContext: Row = (facts, t) => {
  const row = { id: 'implicitContext' as const, title: t('The open file, sent along unasked') };
  if (facts.implicitContext === 'never')
    return { ...row, state: 'guarded', why: t('Turned off by {0}.', 'chat.implicitContext.enabled') };
  if (facts.lastPrompt === 'guarded')
    return {
      ...row,
      state: 'guarded',
      why: t('Ask mode sends the whole open file; the guarded model gets it redacted.'),
    };
  const remedy = setting(t('Turn It Off…'), 'chat.implicitContext.enabled', { panel: 'never' });
  const why = t('Ask mode sends the whole open file, which no hook sees; only a guarded model redacts it.');
  return { ...row, state: facts.lastPrompt === 'unguarded' ? 'open' : 'unproven', why, remedy };
};

/** The languages of files that hold credentials by custom. */
const credentialLanguages = ['dotenv', 'properties', 'ini'] as const;

const ghostText: Row = (facts, t) => {
  const row = { id: 'ghostText' as const, title: t('Inline completions') };
  const everywhere = facts.copilotEnable['*'] !== false;
  const isOn = (language: string) => facts.copilotEnable[language] ?? everywhere;
  if (!facts.inlineSuggest)
    return { ...row, state: 'guarded', why: t('Turned off by {0}.', 'editor.inlineSuggest.enabled') };
  if (!facts.copilotInstalled)
    return {
      ...row,
      state: 'unproven',
      outside: true,
      why: t('Copilot is not installed; another extension may complete inline.'),
    };
  if (!everywhere && !Object.values(facts.copilotEnable).includes(true))
    return { ...row, state: 'guarded', why: t('Turned off by {0}.', 'github.copilot.enable') };
  if (!credentialLanguages.some(isOn))
    return {
      ...row,
      state: 'partly',
      why: t('Off in .env and properties files. In other files Copilot gets the code around the cursor as it is.'),
    };
  const off = Object.fromEntries(credentialLanguages.map(language => [language, false]));
  return {
    ...row,
    state: 'open',
    why: t('Copilot gets the text around the cursor as it is, in .env files too, and no extension can redact that.'),
    remedy: setting(t('Turn Off in .env Files…'), 'github.copilot.enable', { ...facts.copilotEnable, ...off }),
  };
};

const nextEdits: Row = (facts, t) => {
  const row = { id: 'nextEdits' as const, title: t('Next edit suggestions') };
  const name = 'github.copilot.nextEditSuggestions.enabled';
  if (!facts.copilotInstalled)
    return { ...row, state: 'guarded', why: t('Copilot, which makes them, is not installed.') };
  if (!facts.inlineSuggest || !facts.nextEdits)
    return {
      ...row,
      state: 'guarded',
      why: t('Turned off by {0}.', facts.nextEdits ? 'editor.inlineSuggest.enabled' : name),
    };
  return {
    ...row,
    state: 'open',
    why: t('Copilot gets recent edits and the code around them as they are, and no extension can redact that.'),
    remedy: setting(t('Turn Them Off…'), name, false),
  };
};

const others: Row = (_facts, t) => ({
  id: 'others',
  title: t('Assistants in a terminal or in other extensions'),
  state: 'open',
  outside: true,
  why: t(
    'They talk to their servers by themselves, past VS Code’s chat. Those that Lockside can guard have rows of their own.',
  ),
  remedy: command(t('Start a Gateway'), 'lockside.startGateway'),
});

/** The hooks' own state, for rows that rest on them. */
function hookState({
  trusted,
  onDisk,
  useHooks,
  managedHooksOnly,
  hookCalls,
}: CoverageFacts): 'guarded' | 'open' | 'unproven' {
  if (!trusted || !onDisk || !useHooks || managedHooksOnly) return 'open';
  return hookCalls > 0 ? 'guarded' : 'unproven';
}

function chooseModel({ guardedModels }: CoverageFacts, t: Translate): Remedy | undefined {
  return guardedModels.length > 0 ? command(t('Choose Guarded Model'), 'lockside.chooseGuardedModel') : undefined;
}

function command(label: string, id: string): Remedy {
  return { kind: 'command', label, command: id };
}

function setting(label: string, name: string, value: unknown): Remedy {
  return { kind: 'setting', label, setting: name, value };
}
