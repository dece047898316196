/** The names of office files, zip archives of XML: Word, Excel, PowerPoint, OpenDocument. */
const office = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp)$/i;

/** Whether a file is an office file whose parts are best read by `officeText`. */
export function isOffice(name: string): boolean {
  return office.test(name);
}

/**
 * The text of an office file's XML part, a line for each paragraph, cell or row: a value that the program has cut into runs
 * stands in one piece again. What only attributes say, such as the target of a link, follows at the end.
 */
export function officeText(xml: string): string {
  const targets = Array.from(xml.matchAll(/\s(?:Target|xlink:href)="([^"<]{1,4096})"/g), ([, target = '']) => target);
  const body = xml.replace(/<[^<>]{0,65536}>/g, tag => (ends.test(tag) ? '\n' : ''));
  return [body, ...targets].join('\n').replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, decodeEntity);
}

/** Where a paragraph, a cell's shared text, a cell's value or a line ends; a tab parts words. */
const ends = /^<(?:\/(?:w:p|a:p|text:p|text:h|si|v|c|row|is)|w:br|a:br|w:tab|text:tab|text:line-break)[\s/>]/;

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return names[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
