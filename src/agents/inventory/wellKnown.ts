/**
 * The well-known package that a name resembles without being it: one letter more, less, other or swapped, or the same letters with
 * other strokes, in the name or in its scope.
 */
export function resembles(ecosystem: 'npm' | 'PyPI' | 'Go', name: string): string | undefined {
  const own = name.toLowerCase();
  if (ecosystem === 'Go' || names[ecosystem].includes(own)) return undefined;
  if (own.startsWith('@')) {
    const scope = own.split('/')[0] ?? '';
    if (scopes.includes(scope)) return undefined;
    const known = scopes.find(it => looksLike(scope, it));
    return known && `${known}/${own.split('/')[1] ?? ''}`;
  }
  // A scope's name taken without it: nobody who owns the scope has to do with it.
  const unscoped = scopes.find(it => it.length > 12 && own.startsWith(`${it.slice(1)}-`) && ecosystem === 'npm');
  return unscoped
    ? own.replace(`${unscoped.slice(1)}-`, `${unscoped}/`)
    : names[ecosystem].find(it => looksLike(own, it));
}

const scopes = [
  '@modelcontextprotocol',
  '@anthropic-ai',
  '@openai',
  '@google',
  '@github',
  '@playwright',
  '@upstash',
  '@supabase',
  '@sentry',
  '@notionhq',
  '@stripe',
  '@azure',
  '@microsoft',
  '@cloudflare',
  '@browserbasehq',
  '@context7',
  '@figma',
  '@heroku',
  '@mongodb-js',
  '@elastic',
  '@postman',
  '@vercel',
  '@brave',
  '@tavily',
  '@firecrawl',
  '@smithery',
  '@wonderwhy-er',
  '@angular',
  '@nx',
  '@shopify',
];

const names = {
  npm: [
    'mcp-remote',
    'firecrawl-mcp',
    'tavily-mcp',
    'exa-mcp-server',
    'mcp-server-kubernetes',
    'chrome-devtools-mcp',
    'figma-developer-mcp',
    'puppeteer-mcp-server',
    'playwright-mcp',
    'task-master-ai',
    'supergateway',
    'mongodb-mcp-server',
    'desktop-commander',
    'mcp-server-docker',
    'airtable-mcp-server',
    'postmark-mcp',
    'next-devtools-mcp',
    'shadcn',
    'mcp-proxy',
    'neon-mcp-server',
  ],
  PyPI: [
    'mcp-server-fetch',
    'mcp-server-git',
    'mcp-server-time',
    'mcp-server-sqlite',
    'mcp-server-sentry',
    'mcp-server-qdrant',
    'mcp-atlassian',
    'mcp-proxy',
    'mcp-server-postgres',
    'awslabs.core-mcp-server',
    'awslabs.aws-documentation-mcp-server',
    'blender-mcp',
    'fastmcp',
    'basic-memory',
    'duckduckgo-mcp-server',
    'markitdown-mcp',
    'mcp-obsidian',
    'postgres-mcp',
    'serena-agent',
    'workspace-mcp',
    'excel-mcp-server',
  ],
} as const satisfies Record<string, readonly string[]> as Readonly<Record<'npm' | 'PyPI', readonly string[]>>;

function looksLike(one: string, other: string): boolean {
  if (one === other || Math.min(one.length, other.length) < 8) return one !== other && bare(one) === bare(other);
  return bare(one) === bare(other) || isOneStep(one, other);
}

/** Without strokes, and with the digits that pass for letters as these. */
function bare(name: string): string {
  return name.replace(/[-_.]/g, '').replace(/0/g, 'o').replace(/1/g, 'l').replace(/rn/g, 'm').replace(/3/g, 'e');
}

/** One unit more, less or other, or two swapped; a digit at the end is a name of its own (`sqlite3`). */
function isOneStep(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length)
    return short.slice(at) === long.slice(at + 1) && !(at === short.length && /\d/.test(long[at]!));
  const swapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return swapped || short.slice(at + 1) === long.slice(at + 1);
}
