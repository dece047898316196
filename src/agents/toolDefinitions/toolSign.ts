/**
 * What a definition says that a definition has no reason to say. A sign holds of a sentence in which all its patterns match. Families
 * of attacks: hidden instructions and shadowing (Invariant Labs 2025), poisoning of whole schemas (CyberArk), line jumping (Trail of
 * Bits), OWASP MCP03.
 */
export interface ToolSign {
  readonly says: string;
  /** From 1, which harmless definitions say too, to 4; three are enough. */
  readonly weight: 1 | 2 | 3 | 4;
  readonly all: readonly RegExp[];
  readonly unless?: RegExp;
  /** Set where it speaks of other tools. */
  readonly shadows?: true;
  /** Set where it speaks of secrets, which a tool for secrets does by its nature. */
  readonly ofSecrets?: true;
}
