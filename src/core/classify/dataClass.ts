import { type DataClass, dataClasses, type Span } from '../model';

/** One reason for a class. */
export interface ClassReason {
  readonly class: DataClass;
  /** What says so: a path's rule, a label in the text, what the text holds, or code that it shares with a file of the team's. */
  readonly by: 'path' | 'label' | 'content' | 'code';
  /** One clause for a person, without any value: "its path matches finance/**". */
  readonly why: string;
  /** Where in the text it says so. */
  readonly span?: Span;
  /** The file whose code it is. */
  readonly origin?: string;
}

/** A text's class, and all that speaks for one, the strictest first. */
export interface Classification {
  readonly class: DataClass;
  /** None where nothing says anything: such a text is internal. */
  readonly reasons: readonly ClassReason[];
}

/** The strictest of all reasons wins. */
export function strictestClass(reasons: readonly ClassReason[]): Classification {
  const sorted = [...reasons].sort((one, other) => rank(other.class) - rank(one.class));
  return { class: sorted[0]?.class ?? 'internal', reasons: sorted };
}

/** From 0, public, to 3, restricted. */
export function rank(dataClass: DataClass): number {
  return dataClasses.indexOf(dataClass);
}
