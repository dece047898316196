import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';

type Kind = readonly [id: PersonalColumn['kind'], title: string];

const name: Kind = ['pii/person-name', "person's name"];
const street: Kind = ['pii/street-address', 'street address'];
const town: Kind = ['pii/city', 'place of residence'];
const birth: Kind = ['pii/date-of-birth', 'date of birth'];
const phone: Kind = ['pii/phone', 'phone number'];
const record: Kind = ['pii/medical-record-number', 'medical record number'];

/** Formats in which people are written down, told by how they begin; their lines say what each part of them is. */
const formats: readonly (readonly [mark: string, lines: readonly (readonly [RegExp, readonly Kind[]])[]])[] = [
  [
    // RFC 6350; a name in parts is separated by semicolons.
    'BEGIN:VCARD',
    [
      [/^FN(?:;[^:\n]{0,80})?:(.{2,80})$/gim, [name]],
      [/^N(?:;[^:\n]{0,80})?:([^;\n]{1,40});([^;\n]{1,40})/gim, [name, name]],
      [
        /^(?:item\d\.)?ADR(?:;[^:\n]{0,120})?:[^;\n]{0,40};[^;\n]{0,40};([^;\n]{3,80});([^;\n]{0,60});[^;\n]{0,40};([^;\n]{0,16})/gim,
        [street, town, town],
      ],
      [/^BDAY(?:;[^:\n]{0,40})?:(.{6,12})$/gim, [birth]],
    ],
  ],
  // RFC 5545.
  ['BEGIN:VEVENT', [[/^(?:ORGANIZER|ATTENDEE)[^:\n]{0,200}?;?CN="?([^":;\n]{3,60})"?[;:]/gim, [name]]]],
  // HL7 v2: fields between bars, their parts between carets.
  [
    'PID|',
    [
      [/^PID\|[^|\n]{0,20}\|[^|\n]{0,60}\|([A-Z\d-]{4,20})/gm, [record]],
      [/^PID(?:\|[^|\n]{0,80}){4}\|([^|^\n]{2,40})\^([^|^\n]{2,40})/gm, [name, name]],
      [/^PID(?:\|[^|\n]{0,120}){6}\|(\d{8})/gm, [birth]],
      [
        /^PID(?:\|[^|\n]{0,120}){10}\|([^|^\n]{4,80})\^[^|^\n]{0,40}\^([^|^\n]{2,60})\^[^|^\n]{0,30}\^([^|^\n]{3,12})/gm,
        [street, town, town],
      ],
    ],
  ],
  [
    'NK1|',
    [
      [
        /^NK1\|\d{0,4}\|([^|^\n]{2,40})\^([^|^\n]{2,40})\|[^|\n]{0,40}\|[^|\n]{0,120}\|([^|^~\n]{7,24})/gm,
        [name, name, phone],
      ],
    ],
  ],
  // RFC 2849.
  [
    'dn: ',
    [
      [/^dn: (?:cn|uid)=([^,\n]{3,60} [^,\n]{2,40}),/gim, [name]],
      [/^(?:cn|displayName|gecos): (.{3,60})$/gim, [name]],
      [/^(?:sn|givenName): (.{2,40})$/gim, [name]],
      [/^(?:street|postalAddress|homePostalAddress): (.{4,100})$/gim, [street]],
    ],
  ],
  // FHIR's persons.
  [
    '"resourceType"',
    [
      [/"family"\s?:\s?"([^"\n]{2,40})"/g, [name]],
      [/"given"\s?:\s?\[\s{0,20}"([^"\n]{2,40})"/g, [name]],
      [/"line"\s?:\s?\[\s{0,20}"([^"\n]{4,80})"/g, [street]],
      [/"city"\s?:\s?"([^"\n]{2,60})"/g, [town]],
      [/"postalCode"\s?:\s?"([^"\n]{3,12})"/g, [town]],
      [/"birthDate"\s?:\s?"([\d-]{8,10})"/g, [birth]],
    ],
  ],
];

/** Words of which one stands in each text that has such people; in lower case. */
export const cardWords: readonly string[] = [...formats.map(([mark]) => mark.toLowerCase()), 'from: '];

/** The head of a message names who writes to whom. */
const head = /^(?:From|To|Cc|Bcc|Reply-To|Sender|Von|An|De|À|Para|Da|Van|Aan):.{0,400}@.{0,400}$/gim;
const addressee = /(?:^|[:,;])\s{0,3}"?(\p{Lu}[\p{L}.'’-]{0,24}(?: [\p{L}.'’-]{1,24}){1,4})"?\s{1,2}</gu;

/** People in contacts, invitations, directories and records of hospitals, and in the head of a message. Linear in the text. */
export function findCards(text: string): PersonalColumn[] {
  const spans = new Map<Kind, Span[]>();
  const add = (kind: Kind | undefined, start: number, value: string | undefined) => {
    if (!kind || !value?.trim() || /[<>{}$]/.test(value)) return;
    spans.set(kind, [...(spans.get(kind) ?? []), { start, end: start + value.length }]);
  };
  for (const [mark, lines] of formats) {
    if (!text.includes(mark)) continue;
    for (const [pattern, kinds] of lines) for (const found of text.matchAll(pattern)) addParts(found, kinds, add);
  }
  if (text.includes('@') && text.includes(' <'))
    for (const { 0: line, index } of text.matchAll(head))
      for (const found of line.matchAll(addressee)) addParts({ ...found, index: index + found.index }, [name], add);
  return [...spans].map(([[kind, title], cells]) => toColumn(kind, title, cells));
}

function addParts(
  found: { readonly index: number; readonly [part: number]: string | undefined },
  kinds: readonly Kind[],
  add: (kind: Kind | undefined, start: number, value: string | undefined) => void,
): void {
  let from = 0;
  kinds.forEach((kind, place) => {
    const value = found[place + 1];
    if (!value) return;
    const at = (found[0] as string).indexOf(value, from);
    from = at + value.length;
    add(kind, found.index + at, value.trimEnd());
  });
}

function toColumn(kind: PersonalColumn['kind'], title: string, cells: Span[]): PersonalColumn {
  const inOrder = cells.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    kind,
    title,
    severity: 'information',
    tier: 'likely',
    reason: 'its format says what it is',
    cells: inOrder.filter((it, at) => at === 0 || it.start >= (inOrder[at - 1] as Span).end),
    name: 'card',
  };
}
