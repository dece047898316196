import type { Leg } from './toolMeaning';

/** A call by which a session got one leg of a toxic flow. */
export interface FlowStep {
  readonly leg: Leg;
  readonly server: string;
  readonly tool: string;
  /** Why it counts: "it returned private data". */
  readonly why: string;
}

/** What a session has seen so far, over all its servers. */
export interface Flow {
  steps(): readonly FlowStep[];
  add(step: FlowStep): void;
}

/** A session of one process. `before` are what other processes of the same session have seen, `added` hears what is new. */
export function createFlow(
  before: () => readonly FlowStep[] = () => [],
  added: (step: FlowStep) => void = () => undefined,
): Flow {
  const own = new Map<string, FlowStep>();
  return {
    steps: () => [...before(), ...own.values()],
    add(step) {
      const key = `${step.leg}\0${step.server}\0${step.tool}`;
      // The first few tell enough, and a session may last for long.
      if (own.has(key) || own.size >= mostSteps) return;
      own.set(key, step);
      added(step);
    },
  };
}

const mostSteps = 500;

/** How a way out would end a toxic flow, for a person; undefined where a leg is missing. */
export function shownFlow(steps: readonly FlowStep[], server: string, tool: string): string | undefined {
  const first = (leg: Leg) => steps.find(step => step.leg === leg);
  const [secret, foreign] = [first('private'), first('untrusted')];
  if (!secret || !foreign) return undefined;
  const shown = (step: FlowStep) => `${step.tool} of ${step.server}, ${step.why}`;
  return `this session has seen private data (${shown(secret)}) and what strangers can write (${shown(foreign)}), and ${tool} of ${server} is a way out`;
}
