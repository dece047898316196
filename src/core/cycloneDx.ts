/** What a document says of itself. Time and id come from whoever writes it, so that the same input gives the same bytes. */
export interface DocumentStamp {
  /** `2026-01-31T12:00:00Z`. */
  readonly time: string;
  /** A UUID. */
  readonly id: string;
  /** Of Lockside. */
  readonly version: string;
}

/** How a document refers to what it is about. */
export const subjectRef = 'lockside:root';

/** Writes a CycloneDX document: the head that all have, what it is about, if that has a name, and what it tells. */
export function writeCycloneDx(
  { id, time, version }: DocumentStamp,
  told: object,
  subject?: string,
  specVersion: '1.6' | '1.7' = '1.6',
): string {
  const document = {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${id}`,
    version: 1,
    metadata: {
      timestamp: time,
      tools: { components: [{ type: 'application', name: 'lockside', version }] },
      ...(subject === undefined ? {} : { component: { type: 'application', 'bom-ref': subjectRef, name: subject } }),
    },
    ...told,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
