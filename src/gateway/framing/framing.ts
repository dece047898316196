/** One event of a stream. */
export interface Frame {
  /** As it came, to the byte. */
  readonly raw: string;
  /** Its JSON; undefined where it holds none: a comment, a sign that the stream goes on. */
  readonly data: string | undefined;
  /** Set for the sign that nothing more comes. */
  readonly last?: boolean;
}

/** How a stream is cut into events. */
export interface Framing {
  /** Takes the next piece of the stream, split anywhere, and gives the events that are complete. */
  push(piece: string): Frame[];
  /** What is left at the end of the stream. */
  rest(): string;
  /** Writes an event like one that came. */
  write(value: unknown, like: Frame): string;
}
