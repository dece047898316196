/** Fetches a program and runs it at once, or hides what it runs; the reason says which. */
export function dangerIn(command: string): string | undefined {
  for (const part of windows(command)) {
    const danger = dangers.find(([pattern]) => pattern.test(part))?.[1];
    if (danger) return danger;
  }
  return undefined;
}

const dangers: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:curl|wget|fetch)\b[^|;&\n]{0,400}\|\s*(?:sudo\s+)?(?:env\s+)?(?:\/\S*\/)?(?:ba|z|da|k|fi)?sh\b/i,
    'what is downloaded is run at once',
  ],
  [
    /\b(?:curl|wget)\b[^|;&\n]{0,400}\|\s*(?:sudo\s+)?(?:\/\S*\/)?(?:python[\d.]*|node|perl|ruby|php|osascript|bun|deno)\b/i,
    'what is downloaded is run at once',
  ],
  [/\b(?:ba|z)?sh\b\s+(?:-c\s+)?["']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b/i, 'what is downloaded is run at once'],
  [
    /\b(?:source|eval|\.)\s+["']?(?:<\(|\$\(|`)\s*(?:curl|wget|base64)\b/i,
    'what is downloaded or decoded is run at once',
  ],
  [
    /\b(?:iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring)\b[^\n]{0,300}\|?\s{0,20}\b(?:iex|invoke-expression)\b|\b(?:iex|invoke-expression)\b[^\n]{0,80}\b(?:iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring|net\.webclient)\b/i,
    'what is downloaded is run at once',
  ],
  [
    /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,200}\s[-/]e(?:nc|ncodedcommand|c)?\s+["']?[A-Za-z0-9+/=]{16,}/i,
    'an encoded PowerShell command',
  ],
  [
    /\bbase64\s+(?:-d|-D|--decode)\b[^|\n]{0,200}\|\s*(?:sudo\s+)?(?:(?:ba|z|da|k)?sh|python[\d.]*|node|perl)\b/i,
    'what is decoded is run at once',
  ],
  [
    /\b(?:curl|wget)\b[^\n]{0,300}(?:-[oO]|--output|>)\s*\S+[^\n]{0,120}(?:&&|;)\s*(?:chmod\s+\+?[\w]+\s+\S+\s*(?:&&|;)\s*)?(?:sudo\s+)?(?:sh|bash|zsh|\.\/|\/tmp\/|python[\d.]*|node)\S*/i,
    'what is downloaded is run at once',
  ],
  [
    /\b(?:certutil\b[^\n]{0,80}-urlcache|bitsadmin\b[^\n]{0,80}\/transfer|mshta\s+https?:)/i,
    'a downloader that malware uses',
  ],
];

/** What lets an AI agent act without asking, as clients' own help names it. */
export function skipsPermission(command: string): string | undefined {
  for (const part of windows(command))
    for (const pattern of skips) {
      const flag = pattern.exec(part)?.groups?.flag;
      if (flag !== undefined) return flag;
    }
  return undefined;
}

/** A command of any length in parts that overlap, so that no expression has more than a little to go back over. */
function* windows(command: string): Generator<string> {
  for (let at = 0; at === 0 || (at < command.length && at < longestCommand); at += windowLength - windowOverlap)
    yield command.slice(at, at + windowLength);
}

const windowLength = 8_000;
const windowOverlap = 1_000;
const longestCommand = 1_000_000;

const agent = (programs: string, flags: string) =>
  new RegExp(
    `(?:^|[\\s;&|(\`"'/\\\\=,\\[])(?:${programs})(?:\\.exe|\\.cmd)?["']?(?=[\\s,"'])[^\\n;|&]{0,400}?(?<flag>${flags})(?![\\w-])`,
    'i',
  );

const skips: readonly RegExp[] = [
  /(?<flag>--(?:allow-)?dangerously-skip-permissions)\b/,
  /(?<flag>--dangerously-bypass-(?:approvals-and-sandbox|hook-trust))\b/,
  agent('claude', '--permission-mode[=\\s"\',]+bypassPermissions'),
  agent('gemini', '--yolo|-y|--approval-mode[=\\s"\',]+yolo'),
  agent(
    'codex',
    '--yolo|--full-auto|(?:-s|--sandbox)[=\\s"\',]+danger-full-access|(?:-a|--ask-for-approval)[=\\s"\',]+never',
  ),
  agent('q|kiro-cli|kiro', '--trust-all-tools'),
  agent('copilot', '--allow-all-tools|--allow-all(?:-paths|-urls)?|--yolo'),
  agent('cursor-agent', '--force|-f|--yolo'),
  agent('aider', '--yes-always|--yes'),
  agent('opencode|cn', '--auto|--dangerously-skip-permissions'),
  agent('cline', '--yolo|-y|--auto-approve-all'),
  agent('amp', '--dangerously-allow-all'),
  agent('qwen|iflow|droid|auggie|crush', '--yolo|-y|--skip-permissions-unsafe|--auto\\s+high'),
  /(?<flag>GOOSE_MODE=["']?auto)\b/,
];

/** Whether an AI client is started at all. */
export function startsAgent(command: string): boolean {
  return /(?:^|[\s;&|(`"'/])(?:claude\s+(?:-p|--print)|codex\s+exec|gemini\s+(?:-p|--prompt)|copilot\s+(?:-p|--prompt)|cursor-agent\s|opencode\s+run|goose\s+run|aider\s+(?:--message|-m)|q\s+chat|cline\s|cn\s+-p|amp\s+-x|qwen\s+-p|npx\s+(?:-y\s+)?@(?:anthropic-ai\/claude-code|openai\/codex|google\/gemini-cli|github\/copilot))/i.test(
    command,
  );
}
