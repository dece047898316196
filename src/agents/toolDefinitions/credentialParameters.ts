import { fieldsOf, isTable, textOf } from '../../core/untyped';
import type { ToolDefinition, ToolFinding } from './toolDefinition';

/** Arguments in which a model would have to write a secret: then it stands in the session and in its provider's logs. For information. */
export function credentialParameters({ inputSchema }: ToolDefinition): Omit<ToolFinding, 'tool' | 'server'>[] {
  const named = Object.entries(fieldsOf(fieldsOf(inputSchema).properties)).filter(([name, schema]) =>
    isCredential(name, schema),
  );
  const first = named[0];
  if (!first) return [];
  return [
    {
      detector: 'agent/tool-credential-parameter',
      severity: 'information',
      tier: 'likely',
      reason: `${named.length === 1 ? 'an argument' : `${named.length} arguments`} in which the model would write a secret`,
      where: `inputSchema.properties.${first[0]}`.slice(0, 200),
    },
  ];
}

function isCredential(name: string, schema: unknown): boolean {
  if (!isTable(schema) || (textOf(schema.type) ?? 'string') !== 'string') return false;
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return (
    /(?:^|[_.-])(?:password|passwd|passphrase|api_?key|secret|client_secret|access_token|auth_token|bearer_token|refresh_token|private_key|credentials?|ssh_key|seed_phrase|mnemonic|pin_code|cvv)$/.test(
      words,
    ) && !/(?:_id|_name|_arn|_ref|_path|_file|_type)$/.test(words)
  );
}
