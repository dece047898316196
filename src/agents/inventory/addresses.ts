/** An address as the standard's own parser reads it; undefined where variables leave its host open. */
export interface Address {
  readonly scheme: string;
  /** In lower case, without brackets. */
  readonly host: string;
  readonly loopback: boolean;
  readonly url: URL;
}

/** Reads an address; a variable in its path or query stands for any text. */
export function readAddress(text: string): Address | undefined {
  // A variable in the path or query doesn't hide the host; one in the host does.
  const [origin = ''] = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(text.trim()) ?? [];
  if (origin === '' || /[${}%<>]/.test(origin.replace(/^[^@]*@/, ''))) return undefined;
  try {
    const url = new URL(text.trim().replace(/\$\{[^}]*\}|\{\w+:[^}]*\}/g, 'variable'));
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    // Sockets and pipes of this machine have none.
    if (host === '') return undefined;
    return { scheme: url.protocol.slice(0, -1), host, loopback: isLoopback(host), url };
  } catch {
    return undefined;
  }
}

/** Where a container meets the machine that it runs on counts as that machine. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|::1|host\.docker\.internal|host\.containers\.internal|gateway\.docker\.internal)$/.test(
    host,
  );
}

/** Names without a dot, and addresses and names that are given out within a network alone. */
export function isNear(host: string): boolean {
  return (
    !/[.:]/.test(host) ||
    /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(host) ||
    /\.(?:local|internal|lan|home\.arpa|svc|cluster\.local|corp|intranet|test)$/.test(host)
  );
}

/** Providers' own addresses and what people put before them knowingly, for the keys that clients send there. */
export function isProvider(host: string): boolean {
  return providers.test(host);
}

const providers =
  /(?:^|\.)(?:anthropic\.com|claude\.ai|openai\.com|chatgpt\.com|openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|googleapis\.com|bedrock(?:-[\w-]+)?\.[\w-]+\.amazonaws\.com(?:\.cn)?|openrouter\.ai|mistral\.ai|cohere\.(?:ai|com)|groq\.com|x\.ai|deepseek\.com|together\.(?:ai|xyz)|fireworks\.ai|perplexity\.ai|huggingface\.co|github\.ai|inference\.ai\.azure\.com|githubcopilot\.com|cerebras\.ai|nvidia\.com|moonshot\.(?:ai|cn)|bigmodel\.cn|z\.ai|aliyuncs\.com|databricks\.com|snowflakecomputing\.com|voyageai\.com|ollama\.com|ai-gateway\.vercel\.sh|gateway\.ai\.cloudflare\.com|opencode\.ai|cline\.bot|continue\.dev|cursor\.(?:sh|com)|zed\.dev|sambanova\.ai|deepinfra\.com|replicate\.com|novita\.ai|minimax(?:i)?\.(?:io|chat|com))$/;

/** Servers that ask for a sign-in by OAuth when a client first comes, or serve public documents on purpose. */
export function asksByItself(host: string): boolean {
  return known.test(host);
}

const known =
  /(?:^|\.)(?:githubcopilot\.com|linear\.app|notion\.com|sentry\.dev|atlassian\.com|stripe\.com|figma\.com|asana\.com|vercel\.com|cloudflare\.com|supabase\.com|canva\.com|intercom\.com|paypal\.com|squareup\.com|neon\.tech|hubspot\.com|learn\.microsoft\.com|context7\.com|deepwiki\.com|huggingface\.co|hf\.co|gitlab\.com|webflow\.com|wix\.com|monday\.com|zapier\.com|box\.com|dropbox\.com|slack\.com|github\.com|googleapis\.com|prisma\.io|netlify\.com|posthog\.com|netlify-mcp\.netlify\.app|plaid\.com|ramp\.com|buildkite\.com|globalping\.dev|astro\.build|aws\.dev|api\.aws|langchain\.com|docs\.mcp\.cloudflare\.com|modelcontextprotocol\.io|openai\.com|anthropic\.com|databricks\.com|snowflake\.com|grafana\.com|circleci\.com|clickup\.com|airtable\.com|shadcn\.com|svelte\.dev|exa\.ai|mintlify\.com|gitmcp\.io|semgrep\.ai|render\.com|auth0\.com|okta\.com|cloudinary\.com|sanity\.io|contentful\.com|storybook\.js\.org|jam\.dev|amplitude\.com|mixpanel\.com|datadoghq\.com|pagerduty\.com|twilio\.com|shopify\.com|adobe\.com|microsoft\.com|azure\.com|make\.com|granola\.ai|fireflies\.ai|gamma\.app|miro\.com)$/;

/** Where schemas are published that people name in good faith; what is asked for there carries nothing along. */
export function isSchemaAddress({ host, loopback, url }: Address): boolean {
  return loopback || (url.search === '' && (schemas.test(host) || isProvider(host)));
}

const schemas =
  /(?:^|\.)(?:schemastore\.org|json-schema\.org|github\.com|githubusercontent\.com|github\.io|microsoft\.com|vscode\.dev|jsdelivr\.net|unpkg\.com|gitlab\.com|biomejs\.dev|turborepo\.(?:com|org)|turbo\.build|nx\.dev|docker\.com|kubernetes\.io|mozilla\.org|azure\.com|k8s\.io|modelcontextprotocol\.io|containers\.dev|charm\.(?:land|sh)|npmjs\.(?:com|org)|renovatebot\.com|aws\.amazon\.com|spring\.io|oxc\.rs|deno\.(?:land|com)|w3\.org)$/;
