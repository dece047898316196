import type { AgentFix, AgentItem } from '../../core/agents';
import type { ConfigNode } from './configNode';

/** A value whose name says what it is: an environment variable, a header, an option. */
export interface Holder {
  readonly name: string;
  readonly node: ConfigNode;
  readonly item?: AgentItem;
  /** How this client names a value that stands elsewhere; undefined where it can't. */
  readonly reference?: (name: string) => { readonly text: string; readonly edits?: AgentFix['edits'] };
}
