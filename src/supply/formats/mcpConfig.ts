import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { addStarted } from './commandEntries';
import { readJsonc } from './jsonDocument';
import { type Draft, packageFile } from './packageFile';
import { readToml } from './tomlDocument';

/** MCP configurations of AI clients: the packages and images that their servers' commands fetch and start. */
export const mcpConfig: PackageFormat = {
  id: 'mcp',
  kind: 'reference',
  matches: path => places.test(path),
  parse: (text, path) =>
    packageFile(mcpConfig, text, draft => {
      const document = path.endsWith('.toml') ? readToml(draft) : readJsonc(draft);
      for (const at of roots) {
        let servers: unknown = document.value;
        for (const step of at) servers = fieldsOf(servers)[step];
        for (const [name, server] of Object.entries(fieldsOf(servers)))
          addServer(draft, server, name, path => document.place(...at, name, ...path));
      }
    }),
};

const places =
  /(?:^|\/)(?:\.?mcp\.json|mcp[_-]config\.json|claude_desktop_config\.json|\.claude\.json|cline_mcp_settings\.json|mcp_settings\.json|\.codex\/config\.toml|\.(?:gemini|qwen|zed)\/settings\.json)$/;

/** Under which keys clients keep their servers. */
const roots = [['servers'], ['mcpServers'], ['mcp', 'servers'], ['mcp_servers'], ['context_servers']];

type PlaceOf = (
  path: readonly (string | number)[],
) => { readonly value?: { readonly start: number; readonly end: number } } | undefined;

function addServer(draft: Draft, server: unknown, member: string, place: PlaceOf): void {
  const facts = fieldsOf(server);
  // Zed has an object there: { path, args }.
  const nested = fieldsOf(facts.command);
  const under = textOf(nested.path) ? ['command'] : [];
  const command = textOf(facts.command) ?? textOf(nested.path);
  if (!command) return;
  const args = under.length > 0 ? nested.args : facts.args;
  const words = (Array.isArray(args) ? args : []).map((arg, index) => ({
    text: typeof arg === 'string' ? arg : '',
    span: place([...under, 'args', index])?.value,
  }));
  const program = place(under.length > 0 ? ['command', 'path'] : ['command'])?.value;
  // Some write the whole line into the command.
  const first =
    /\s/.test(command) && words.length === 0
      ? command.split(/\s+/).map(text => ({ text, span: program }))
      : [{ text: command, span: program }];
  addStarted(draft, [...first, ...words], { member });
}
