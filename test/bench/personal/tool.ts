/** A text to look at, and where it would stand. */
export interface Sample {
  readonly path: string;
  readonly text: string;
}

/** What a tool found, by its own name for it; half-open UTF-16 offsets. */
export interface Sighting {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Set where the tool itself ranks it as information only. */
  readonly quiet?: boolean;
}

export interface Outcome {
  /** One list for each sample. */
  readonly found: readonly (readonly Sighting[])[];
  /** CPU seconds of looking alone, on the thread that looks. */
  readonly seconds: number;
}

/** What is measured: Lockside, or one of its peers. */
export interface Tool {
  readonly name: string;
  /** Which sections it takes part in. */
  readonly sections: readonly Section[];
  /** Bytes of ordinary code that it gets through in reasonable time. */
  readonly appetite: number;
  /** Undefined where it fell over, which it has said. */
  look(samples: readonly Sample[]): Promise<Outcome | undefined>;
}

export const sections = ['recall', 'alarms', 'hidden', 'injection'] as const;
export type Section = (typeof sections)[number];

/** Lockside first and by itself, so that nobody takes its time; then the others, two at a time. */
export async function lookAll<T>(tools: readonly Tool[], look: (tool: Tool) => Promise<T>): Promise<T[]> {
  const results = new Map<Tool, T>();
  const rest = tools.filter(it => it.name !== 'lockside');
  for (const tool of tools) if (!rest.includes(tool)) results.set(tool, await look(tool));
  const worker = async () => {
    for (let tool = rest.shift(); tool; tool = rest.shift()) results.set(tool, await look(tool));
  };
  await Promise.all([worker(), worker()]);
  return tools.map(tool => results.get(tool)!);
}
