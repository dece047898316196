import { fieldsOf } from '../../core/untyped';
import type { ToolDefinition, ToolFinding } from './toolDefinition';

/** `readOnlyHint` and `destructiveHint` are the server's own word; told where the tool's name says otherwise. For information. */
export function misleadingAnnotations({ name, annotations }: ToolDefinition): Omit<ToolFinding, 'tool' | 'server'>[] {
  const { readOnlyHint, destructiveHint } = fieldsOf(annotations);
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const deed = words.find(word => changing.has(word));
  const destroys = words.find(word => destroying.has(word));
  const hint =
    readOnlyHint === true && deed
      ? 'readOnlyHint'
      : destructiveHint === false && destroys
        ? 'destructiveHint'
        : undefined;
  if (!hint || words.some(word => looking.has(word))) return [];
  return [
    {
      detector: 'agent/tool-misleading-annotation',
      severity: 'information',
      tier: 'possible',
      reason: `${hint} says that it is harmless, its name says "${hint === 'readOnlyHint' ? deed : destroys}"`,
      where: `annotations.${hint}`,
    },
  ];
}

const destroying = new Set([
  'delete',
  'remove',
  'drop',
  'destroy',
  'wipe',
  'purge',
  'truncate',
  'erase',
  'kill',
  'terminate',
  'format',
  'uninstall',
]);
const changing = new Set([
  ...destroying,
  'write',
  'create',
  'update',
  'insert',
  'send',
  'execute',
  'exec',
  'overwrite',
  'transfer',
  'deploy',
  'install',
  'grant',
  'publish',
  'upload',
]);
/** `get_delete_status`, `list_create_options`: they only look. */
const looking = new Set([
  'get',
  'list',
  'read',
  'show',
  'search',
  'find',
  'describe',
  'query',
  'check',
  'validate',
  'preview',
  'diff',
]);
