/** One request through the gateway, as it is measured: sizes and times, nothing of what it says. */
export interface GatewayObservation {
  readonly client: string;
  readonly provider: string;
  readonly requestBytes: number;
  /** What the client got, its headers among it. */
  readonly answerBytes: number;
  /** From the request's arrival to the end of its answer. */
  readonly seconds: number;
  /** Seconds of them that looking at the request took. */
  readonly overhead: number;
  readonly status: number;
  /** Whether Lockside itself said no. */
  readonly refused: boolean;
}
