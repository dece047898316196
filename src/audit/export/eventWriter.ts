import type { Entry } from '../trail/readEntries';

/** One format of exports. Each call gives the text that may be written at once. */
export interface EventWriter {
  begin(): string;
  event(entry: Entry): string;
  end(): string;
}
