import type { Sign } from './judgeCommand';

/** Settings through which a file that an agent writes would reach another host, or have the editor start a program, on its own. */
export function foreignSettings(path: string, text: string): Sign[] {
  if (!/\.(?:jsonc?|json5|code-workspace|code-profile|ya?ml|toml)$/i.test(path)) return [];
  const signs: Sign[] = [];
  const [, schema = ''] = /["']?\$schema["']?\s*[:=]\s*["'](https?:\/\/[^"'\s]{1,2000})["']/i.exec(text) ?? [];
  if (schema !== '' && !isKnown(schema))
    signs.push({
      detector: 'agent/foreign-setting',
      why: `it would have editors fetch ${schema.replace(/[?#].*/, '').slice(0, 100)} by themselves`,
      instead: 'Name a schema of a known place, without a query, or let the person add it.',
    });
  const [, key = ''] = startsProgram.exec(text) ?? [];
  if (key !== '' && /\.(?:json|jsonc|code-workspace|code-profile)$/i.test(path))
    signs.push({
      detector: 'agent/foreign-setting',
      why: `"${key}" names a program that the editor starts by itself`,
      instead: 'Say which program it should be, and let the person set it.',
    });
  const [own = ''] = /"lockside\.[\w.]{1,60}"/.exec(text) ?? [];
  if (own !== '' && /(?:settings\.json|\.code-workspace)$/i.test(path))
    signs.push({
      detector: 'agent/signing',
      why: `${own} is the policy that agents are held to`,
      instead: 'Say what should change, and let the person do it.',
    });
  return signs;
}

/** Where schemas are published for everybody; a query could carry something away all the same. */
function isKnown(address: string): boolean {
  return (
    !/[?]/.test(address) &&
    /^https?:\/\/(?:[\w-]+\.)*(?:json-schema\.org|schemastore\.org|biomejs\.dev|turbo\.build|turborepo\.com|opencode\.ai|microsoft\.com|azure\.com|aka\.ms|nx\.dev|vercel\.sh|vercel\.com|wrangler\.dev|oxc\.rs|unpkg\.com|jsdelivr\.net|angular\.dev|angular\.io|renovatebot\.com|tauri\.app|ui\.shadcn\.com|cloudflare\.com|gitlab\.com|docker\.com|w3\.org|openapis\.org|anthropic\.com|developer\.mozilla\.org|prettier\.io|typedoc\.org|changesets\.dev|knip\.dev|cspell\.org|swc\.rs|modelcontextprotocol\.io|cdn\.vscode-unpkg\.net)\//i.test(
      address,
    )
  );
}

const startsProgram =
  /"((?:php\.(?:validate\.)?executablePath|PATH_TO_LLM|[\w.-]{1,80}\.(?:executablePath|execPath|interpreterPath|pythonPath|defaultInterpreterPath|javaHome|sdkPath|serverPath|binPath|toolPath|commandPath|runtimePath|cliPath|gitPath|shellPath|languageServerPath|lspPath|[\w-]{0,30}Executable)|git\.path|terminal\.integrated\.(?:profiles|automationProfile|shell)\.\w+|rust-analyzer\.(?:server\.path|cargo\.buildScripts\.overrideCommand|check\.overrideCommand)|eslint\.(?:nodePath|runtime)|typescript\.tsdk|js\/ts\.tsdk\.path|npm\.packageManager|go\.(?:alternateTools|goroot|gopath)|deno\.path|prettier\.prettierPath|phpstan\.[\w.]*Path|clangd\.path|cmake\.cmakePath|maven\.executable\.path|task\.allowAutomaticTasks|security\.workspace\.trust\.\w+|chat\.tools\.[\w.]*autoApprove|python\.envFile))"\s*:/i;
