/** What was done with a message: `later` is set where it waits for somebody, and settles when it went on or was refused. */
export interface Handled {
  readonly later?: Promise<void>;
}
