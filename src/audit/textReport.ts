import type { Severity } from '../core/model';
import { printable } from '../core/printable';
import type { Origin, ReportedFinding, Reporter, Summary } from '../core/report';

/** A line per finding for people, `path:line:column severity title — reason (detector)`, and a line that sums up. */
export function textReport(colours: boolean): Reporter {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const line = ({ file, line, column, severity, title, reason, detector, origin }: ReportedFinding) =>
    `${paint(1, `${printable(file)}:${line}:${column}`)} ${paint(colour[severity], severity)} ${printable(title)} — ${printable(reason)} ${paint(2, `(${detector})`)}${originText(origin)}\n`;
  return {
    tellsFaults: false,
    file: ({ findings }) =>
      findings
        .filter(finding => !finding.suppressed)
        .map(line)
        .join(''),
    fault: () => '',
    end: summary => `${sum(summary)}\n`,
  };
}

/** ", since 1a2b3c4d5e of 2024-01-02, no longer in HEAD" */
function originText({ commit, date, current }: Origin = {}): string {
  const since = commit === undefined ? '' : `, since ${commit.slice(0, 10)} of ${date}`;
  return current === undefined ? since : `${since}, ${current ? 'still' : 'no longer'} in HEAD`;
}

const colour: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36 };

function sum({ files, findings, suppressed, faults, skipped }: Summary): string {
  const total = findings.error + findings.warning + findings.information;
  const kinds = [
    count(findings.error, 'error'),
    count(findings.warning, 'warning'),
    findings.information && `${findings.information} information`,
  ];
  const asides = [
    suppressed && `${suppressed} suppressed`,
    faults && count(faults, 'problem'),
    skipped.binary && count(skipped.binary, 'binary file'),
    skipped.link && `${count(skipped.link, 'link')} not followed`,
    skipped.special && count(skipped.special, 'pipe or device', 'pipes or devices'),
  ];
  const found = total === 0 ? 'no findings' : `${count(total, 'finding')} (${kinds.filter(Boolean).join(', ')})`;
  return `${count(files, 'file') || '0 files'} scanned, ${[found, ...asides.filter(Boolean)].join(', ')}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}
