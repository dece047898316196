import type { DataClass } from '../model';

type Table = readonly (readonly [DataClass, string, RegExp])[];

/** One of these stands in whatever is a label by the tables below. */
export const labelStems =
  /classif|sensitiv|confid|tlp|protective|vertraulich|klassifi|schutzklasse|secret|geheim|restricted|riservato|vertrouwelijk|poufne|konfident|fortrolig|nfd|dienstgebrauch|intern|[\u3000-\uffff]/i;

/** The names of fields that hold a class, in front matter and in headers. */
export const fieldNames =
  /^(?:(?:data|security|information|document|doc|content|file)[ ._-]?)?(?:classification|sensitivity|confidentiality)(?:[ ._-]?(?:level|label|class))?$|^tlp$|^protective[ -]marking$|^vertraulichkeit(?:sstufe)?$|^klassifizierung$|^schutzklasse$/i;

/** What such a field says. */
export const fieldValues: Table = [
  [
    'restricted',
    'restricted',
    /^(?:company |strictly |highly )?(?:restricted|top[ -]?secret|secret|strictly[ -]confidential|highly[ -]confidential|most confidential|streng vertraulich|streng geheim|geheim|tlp:red|red)(?:[ -]+(?:data|information|all employees|anyone.*))?$/i,
  ],
  [
    'confidential',
    'confidential',
    /^(?:company |business |commercial(?:ly)?[ -]in[ -])?(?:confidential|confidence|sensitive|vertraulich|confidentiel|confidencial|riservato|vertrouwelijk|tlp:amber(?:\+strict)?|amber(?:\+strict)?)(?:[ -]+(?:data|information|all employees|anyone.*))?$/i,
  ],
  [
    'internal',
    'internal',
    /^(?:company |for )?(?:internal|intern|interne|private|general|tlp:green|green)(?:[ -]+(?:use )?only|[ -]+use)?$/i,
  ],
  ['public', 'public', /^(?:public|unclassified|open|öffentlich|tlp:(?:clear|white)|clear|white)$/i],
];

/** What may stand behind a label in its line: orders, an owner, a year. */
const order =
  /^(?:[\s,;:.|/*–—•()[\]&-]+(?:and|do not (?:distribute|copy|share|forward|disclose|redistribute|publish)[\w\s]{0,40}|not for (?:distribution|(?:public|external) (?:release|use|distribution)|disclosure)[\w\s]{0,30}|(?:for )?internal (?:use )?only|internal use|proprietary|privileged|property of [\w .,&]{2,40}|trade secrets?|all rights reserved|need to know(?: basis)?(?: only)?|(?:copyright|©|\(c\)).{0,60}|draft|nicht (?:weitergeben|verteilen|zur weitergabe bestimmt)|nur für den internen gebrauch|information|material|document|source code)){1,4}[\s.,;!*)\]-]*$/i;

export interface Banner {
  readonly class: DataClass;
  /** What the label is called when it is told. */
  readonly words: string;
  readonly pattern: RegExp;
  /** Where the pattern alone would be a heading as well. */
  readonly ordered?: boolean;
}

/** Whether what stands behind a banner's pattern belongs to it. */
export function endsBanner(rest: string, ordered: boolean): boolean {
  return (!ordered && /^[^\p{L}\p{N}]*$/u.test(rest)) || order.test(rest);
}

/**
 * Lines that are a label and nothing else. One word alone counts in capitals, for "Confidential" is a heading of many a text
 * about confidentiality; with an owner before it or an order behind it, it counts as it is.
 */
export const banners: readonly Banner[] = [
  { class: 'restricted', words: 'TLP:RED', pattern: /^TLP:\s?RED/ },
  {
    class: 'restricted',
    words: 'strictly confidential',
    pattern:
      /^(?:TOP SECRET|STRICTLY CONFIDENTIAL|HIGHLY CONFIDENTIAL|STRENG VERTRAULICH|STRENG GEHEIM|HIGHLY RESTRICTED|COMPANY RESTRICTED|极密|绝密|極秘)/,
  },
  {
    class: 'restricted',
    words: 'strictly confidential',
    pattern: /^(?:strictly confidential|highly confidential|streng vertraulich|streng geheim)/i,
  },
  { class: 'restricted', words: 'top secret', pattern: /^top secret/i, ordered: true },
  {
    // Before or behind what the text is called.
    class: 'restricted',
    words: 'strictly confidential',
    pattern:
      /^(?:\[(?:RESTRICTED|STRICTLY CONFIDENTIAL|HIGHLY CONFIDENTIAL|TOP SECRET|TLP:\s?RED|STRENG VERTRAULICH)\]|(?:STRICTLY CONFIDENTIAL|TOP SECRET|TLP:\s?RED|STRENG VERTRAULICH)\s?[–—|:-]\s).{0,80}$/,
  },
  { class: 'restricted', words: 'restricted', pattern: /^RESTRICTED/, ordered: true },
  { class: 'confidential', words: 'TLP:AMBER', pattern: /^TLP:\s?AMBER(?:\+STRICT)?/ },
  {
    class: 'confidential',
    words: 'confidential',
    pattern:
      /^(?:CONFIDENTIAL|VERTRAULICH|CONFIDENTIEL|CONFIDENCIAL|RISERVATO|CONFIDENZIALE|VERTROUWELIJK|POUFNE|KONFIDENTIELLT|FORTROLIG|VS[- ]?NfD|VS[ -–]+NUR FÜR DEN DIENSTGEBRAUCH|機密|部外秘|社外秘|机密|保密|대외비|기밀)/,
  },
  { class: 'confidential', words: 'confidential', pattern: /^(?:confidential|vertraulich)/i, ordered: true },
  {
    class: 'confidential',
    words: 'company confidential',
    pattern: /^(?:company|business|commercial[- ]in)[- ](?:confidential|confidence)/i,
  },
  { class: 'confidential', words: 'company confidential', pattern: /^(?:[A-Z][A-Z0-9.&-]+,? ){1,4}CONFIDENTIAL/ },
  {
    class: 'confidential',
    words: 'company confidential',
    pattern: /^(?:[A-Z][\w.&-]*,? ){1,4}Confidential/,
    ordered: true,
  },
  {
    class: 'confidential',
    words: 'confidential and proprietary',
    pattern:
      /^(?:confidential(?:\s+and|\s*[&/,-])\s+proprietary|proprietary(?:\s+and|\s*[&/,-])\s+confidential)(?:[\s.,:;–—-]+(?:information|material|data|property|to|of|do not|unauthori[sz]ed)\b.{0,80})?/i,
  },
  {
    class: 'internal',
    words: 'internal use only',
    pattern: /^(?:[A-Z][\w.&-]* ){0,3}(?:for )?(?:company )?internal(?: company)? use only/i,
  },
  {
    class: 'internal',
    words: 'internal use only',
    pattern:
      /^(?:nur (?:für den|zum|für) internen (?:dienst)?gebrauch|usage interne(?: uniquement)?|(?:para )?uso interno|关系者以外秘|内部资料|内部使用)/i,
  },
  { class: 'internal', words: 'TLP:GREEN', pattern: /^TLP:\s?GREEN/ },
  { class: 'public', words: 'TLP:CLEAR', pattern: /^TLP:\s?(?:CLEAR|WHITE)/ },
];

/** Sentences in which a file says of itself what it is. */
export const statements: Table = [
  ['restricted', 'this file is strictly confidential', sentence('(?:strictly|highly) confidential')],
  [
    'confidential',
    'this file is confidential',
    sentence(
      '(?:company )?(?:confidential|proprietary and confidential)(?: and (?:proprietary|privileged))?(?: (?:information|property|material))?(?: (?:to|of) [\\w ,&]{2,40})?',
    ),
  ],
  [
    'confidential',
    'this file is confidential',
    /\b(?:unauthori[sz]ed (?:copying|use|disclosure|distribution) of this (?:file|document|software|code)\b.{0,60}prohibited)\W+(?:this is )?(?:proprietary and confidential|confidential and proprietary)/i,
  ],
  [
    'internal',
    'for internal use only',
    /^(?:this|the following) (?:file|document|source code|module|script|page|notebook|report) is (?:intended )?(?:strictly )?for internal use only\b/i,
  ],
];

function sentence(what: string): RegExp {
  const file =
    '(?:file|document|source code|source file|code|software|module|script|program|notebook|report|presentation|spreadsheet|page|material)';
  return new RegExp(
    `^(?:(?:warning|note|notice|attention)\\W+)?this ${file}(?:,? (?:and|including) (?:its|all|any) (?:contents?|attachments?|related \\w+),?)? (?:is|are|contains?|constitutes?) (?:the )?${what}(?:[.!;]|$|,? (?:and|it) (?:must|may|should|shall|is) not\\b|[,;]? (?:do not|must not|may not|not to be|intended (?:only|solely))\\b)`,
    'i',
  );
}
