import type { Channel, Destination, Source } from './model';

/** What every channel says about a text before it lets it through. */
export interface Crossing {
  readonly channel: Channel;
  readonly destination: Destination;
  readonly source?: Source;
  /** Placeholder names that stand in what goes out together with this text; see `redact`. */
  readonly taken?: (name: string) => boolean;
  /** Fingerprints that the person has just let go as they are, where the policy asks. */
  readonly released?: ReadonlySet<string>;
  /** Set where the text stays in the workspace for now, so that its class doesn't matter yet. */
  readonly ignoresClass?: boolean;
}
