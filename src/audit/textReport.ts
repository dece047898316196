import type { Severity } from '../core/model';
import { printable } from '../core/printable';
import { lawsOf, shortLaw } from '../core/records/laws';
import { itemsOf, type Origin, type ReportedItem, type Reporter, type Summary } from '../core/report';

/** A line per finding or column for people, `path:line:column severity title — reason (detector; laws)`, and a line that sums up. */
export function textReport(colours: boolean): Reporter {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const line = (item: ReportedItem) => {
    const { file, severity, detector, reason, origin, ...at } = item.first;
    const { line, column } = (item.field && at.header) ?? at;
    const place = paint(1, `${printable(file)}:${line}:${column}`);
    return `${place} ${paint(colour[severity], severity)} ${titleOf(item)} — ${printable(reason)} ${paint(2, `(${detector}${lawText(detector)})`)}${originText(origin)}\n`;
  };
  return {
    tellsFaults: false,
    file: report => itemsOf(report).map(line).join(''),
    fault: () => '',
    end: summary => `${sum(summary)}\n`,
  };
}

/** A column is told in one line, with the number of its values. */
function titleOf({ first, all, field }: ReportedItem): string {
  return field
    ? `${field.header ? 'column' : 'field'} ${printable(field.name)}, ${all.length.toLocaleString('en')} values: ${field.title}`
    : printable(first.title);
}

/** "; GDPR 4, HIPAA (F), CCPA" */
function lawText(detector: string): string {
  const laws = [...new Set(lawsOf(detector).map(shortLaw))];
  return laws.length === 0 ? '' : `; ${laws.join(', ')}`;
}

/** ", since 1a2b3c4d5e of 2024-01-02, no longer in HEAD" */
function originText({ commit, date, current }: Origin = {}): string {
  const since = commit === undefined ? '' : `, since ${commit.slice(0, 10)} of ${date}`;
  return current === undefined ? since : `${since}, ${current ? 'still' : 'no longer'} in HEAD`;
}

const colour: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36 };

function sum({ files, findings, columns, values, suppressed, faults, skipped }: Summary): string {
  const total = findings.error + findings.warning + findings.information;
  const kinds = [
    count(findings.error, 'error'),
    count(findings.warning, 'warning'),
    findings.information && `${findings.information} information`,
  ];
  const tables =
    columns > 0 ? `, among them ${count(columns, 'column')} with ${values.toLocaleString('en')} values` : '';
  const asides = [
    suppressed && `${suppressed} suppressed`,
    faults && count(faults, 'problem'),
    skipped.binary && count(skipped.binary, 'binary file'),
    skipped.link && `${count(skipped.link, 'link')} not followed`,
    skipped.special && count(skipped.special, 'pipe or device', 'pipes or devices'),
  ];
  const found =
    total === 0 ? 'no findings' : `${count(total, 'finding')} (${kinds.filter(Boolean).join(', ')})${tables}`;
  return `${count(files, 'file') || '0 files'} scanned, ${[found, ...asides.filter(Boolean)].join(', ')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}
