import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';

/** Where a house's number stands to the word for its street. */
type Place = 'after' | 'before' | 'open';

const streets: Readonly<Record<Place, string>> = {
  // `Lindenweg 12`, `Kerkstraat 5`, `Storgatan 3`.
  after:
    'straße|strasse|str.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|graben|markt|straat|laan|plein|kade|gracht|singel|dijk|gatan|vägen|gata|veien|vegen|vei|gate|vej|gade|allé|katu|tie|kuja|polku|utca',
  // `12 High Street`, `4 bis rue de la Paix`.
  before:
    'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|way|terrace|circle|parkway|pkwy|highway|hwy|trail|crescent|close|gardens|grove|rue|bd|chemin|impasse|quai|route|cours|passage',
  // `Calle Mayor, 5`, `Via Roma 10`, `Rua Augusta, 120`, `ul. Długa 3/4`.
  open: 'calle|c/|avenida|avda.|avda|av.|paseo|plaza|camino|ronda|via|viale|piazza|corso|vicolo|largo|rua|travessa|praça|alameda|estrada|ul.|ulica|al.|aleja|os.|osiedle|plac',
};

const rare = /^(?:street|avenue|lane|boulevard|blvd|parkway|pkwy|highway|hwy|terrace|crescent|gardens)$/;
const french = /^(?:rue|bd|chemin|impasse|quai|route|cours|passage)$/;

const placeOf = new Map<string, Place>(
  (Object.keys(streets) as Place[]).flatMap(place => streets[place].split('|').map(word => [word, place] as const)),
);

/** Words for streets as they stand in addresses, and what else begins one; short ones with what ends them, because they begin many words. */
export const postalWords: readonly string[] = [...placeOf]
  .flatMap(([word, place]) => {
    if (place === 'after') return [`${word} `];
    if (place === 'open') return [word === 'c/' ? word : `${word} `];
    if (french.test(word)) return [` ${word} `];
    return rare.test(word) ? [` ${word}`] : [' ', ',', '.', '\n', '\r'].map(ending => ` ${word}${ending}`);
  })
  .concat('〒');

/**
 * The postal address around a word for a street: street, number, postcode and town as they are written in the country, or street and
 * number alone behind words that say that somebody lives there. Merely possible; what belongs to a firm or a foundation isn't meant.
 */
export function readPostal(text: string, start: number, end: number, word: string): PersonalColumn[] {
  const found = word === '〒' ? japanese(text, start) : european(text, start, end, word);
  if (
    !found ||
    nobodys.test(text.slice(found.street.start, found.street.end)) ||
    isOfFirm(text, found.street.start, found.lives)
  )
    return [];
  const reason = found.town
    ? 'a street, its number, a postcode and a town'
    : 'a street and its number, where somebody lives';
  const column = (kind: PersonalColumn['kind'], title: string, cell: Span): PersonalColumn => ({
    ...{ kind, title, severity: 'information', tier: 'possible', reason, cells: [cell], name: 'sentence' },
  });
  return [
    column('pii/street-address', 'street address', found.street),
    ...(found.town ? [column('pii/city', 'place of residence', found.town)] : []),
  ];
}

/** Streets of examples. */
const nobodys = /^(?:123|1234|12345|111|100|742) (?:Main|Elm|Oak|Any|Fake|Example|Sesame|Test|Evergreen|Street)\b/i;

interface Address {
  readonly street: Span;
  readonly town?: Span;
  readonly lives: boolean;
}

function european(text: string, start: number, end: number, word: string): Address | undefined {
  const bare = word.startsWith(' ') ? word.replace(/^ |[ ,.\n\r]$/g, '') : word.trimEnd();
  const isMeant = mayStand(text, start, end, bare) && text.slice(start, end).toLowerCase() === word;
  return isMeant ? around(text, start, end, bare) : undefined;
}

/** Asked first, because words for streets are words for much else: whether a number stands where this country has it. */
function mayStand(text: string, start: number, end: number, word: string): boolean {
  const place = placeOf.get(word);
  if (place === 'after') return isDigit(text.charCodeAt(end)) && /[\p{L}.' -]/u.test(text.charAt(start - 1));
  if (place === 'open')
    return isBeginning(text.charCodeAt(text.charCodeAt(end) === 32 ? end + 1 : end)) && isBoundary(text, start);
  for (let at = start - 1; at >= 0 && start - at < 48 && text.charCodeAt(at) !== 10; at--)
    if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

function isBoundary(text: string, start: number): boolean {
  return start === 0 || !/[\p{L}\d_$@#/\\.-]/u.test(text.charAt(start - 1));
}

/** A capital, a digit, or the letter of `de`, `la` and the like. */
function isBeginning(code: number): boolean {
  return (code >= 65 && code <= 90) || isDigit(code) || code === 100 || code === 108 || code >= 0xc0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The address whose street has the word at `[start, end)`. */
function around(text: string, start: number, end: number, word: string): Address | undefined {
  const from = Math.max(0, start - reach);
  const part = text.slice(from, end + 2 * reach);
  const lives = living.test(part.slice(0, start - from));
  const at = start - from;
  for (const { words, street, town } of grammars()) {
    if (!words.test(word)) continue;
    for (const found of part.matchAll(street)) {
      if (found.index > at || found.index + found[0].length < end - from - 1) continue;
      const behind = found.index + found[0].length;
      const place = town.exec(part.slice(behind));
      const span = { start: from + found.index, end: from + behind - (fullStop.test(found[0]) ? 1 : 0) };
      if (place?.groups?.town) {
        const begin = from + behind + place[0].length - place.groups.town.length;
        const { length } = place.groups.town.replace(/\.$/, '');
        return { street: span, town: { start: begin, end: begin + length }, lives };
      }
      if (lives) return { street: span, lives };
    }
  }
  return undefined;
}

const reach = 80;

/** A sentence ends, not an abbreviation. */
const fullStop = /(?:[a-z]{4}|Way)\.$/;

/** What says that an address is somebody's home, or where something is sent to. */
const living =
  /(?:\b(?:lives?|living|lived|resid(?:es?|ing)|stay(?:s|ing)|moved|moving) (?:at|in|on|to)|\b(?:my|his|her|their|home|postal|mailing|delivery|shipping|billing|new|private) address(?: is|:)?|\b(?:ship|deliver|send|sent|shipped|delivered|mail|post|come|drive|pick(?:ed)? up) (?:\w{1,12} ){0,3}(?:to|at|from)|\bwohn(?:t|e|en|haft|hafte|ung)\b[^.\n]{0,20}|\b(?:anschrift|adresse|wohnort)\b[^.\n]{0,14}|\bhabit(?:e|ant|ons)\b[^.\n]{0,12}|\b(?:domicilié\w{0,2}|demeurant|réside)\b[^.\n]{0,12}|\b(?:vive|vivo|reside|resido|domicilio|dirección|domiciliad[oa])\b[^.\n]{0,14}|\b(?:abit[ao]|residente|indirizzo|risiede)\b[^.\n]{0,14}|\b(?:moro|mora|endereço)\b[^.\n]{0,14}|\b(?:woont|woon|adres)\b[^.\n]{0,14}|\b(?:mieszka\w{0,2}|zam\.|zamieszkał[aey])\b[^.\n]{0,14}|\b(?:bor|bosatt|adress?)\b[^.\n]{0,10})[\s,:]{1,3}["“(]?[^.!?\n]{0,24}$/iu;

/** Firms and foundations tell their address to everybody. */
function isOfFirm(text: string, start: number, lives: boolean): boolean {
  return !lives && firm.test(text.slice(Math.max(0, start - 160), start));
}

const firm =
  /\b(?:Inc|Foundation|Corp|Corporation|LLC|LLP|Ltd|Limited|GmbH|AG|KG|e\.V|Company|Co|S\.?A|S\.?A\.?S|SARL|S\.?L|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|AB|Oy|A\/S|ApS|AS|Ltda|Sp\. z o\.o|University|Universit\w{1,4}|Institute|Institut|College|Laborator\w{1,3}|Hospital|Hotel|Restaurant|Museum|Commons|Consortium|Association|Headquarters|Copyright|Imprint|Impressum|office|offices|\.com)\b/;

interface Grammar {
  readonly words: RegExp;
  /** Global; the street with its number. */
  readonly street: RegExp;
  /** From the street's end on; the group `town` is postcode and town. */
  readonly town: RegExp;
}

let made: readonly Grammar[] | undefined;

/** How streets and towns are written, by what the street is called; made when the first word is met. */
function grammars(): readonly Grammar[] {
  made ??= facts.map(([words, street, town]) => ({
    words: new RegExp(`^(?:${words})$`, 'iu'),
    street: new RegExp(`(?<![\\p{L}\\d])(?:${street})(?![\\p{L}\\d])`, 'gu'),
    town: new RegExp(`^${gap}(?:${locality})?(?<town>${town})(?![\\p{L}\\d])`, 'u'),
  }));
  return made;
}

const word = String.raw`\p{Lu}[\p{L}.'’-]{1,30}`;
/** What parts a street from its town. */
const gap = String.raw`(?:,?\s?\r?\n[ \t>*]{0,12}|,\s{1,3}|\s[-–|/]\s|\s)`;
const locality = String.raw`(?:${word})(?: ${word}){0,2},\s{1,3}`;
const towns = (small: string) => `${word}(?:[ -](?:${word}|${small})){0,4}`;

const englishTowns = [
  String.raw`${word}(?: ${word}){0,3},? (?:[A-Z]{2}|\p{Lu}\p{Ll}{3,12}(?: \p{Lu}\p{Ll}{3,12})?),?\s(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)`,
  String.raw`${word}(?:[ -](?:${word}|upon|on|in|of|the|by)){0,4}(?:,\s(?:${word})(?: ${word})?)?,?\s[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`,
  String.raw`${word}(?: ${word}){0,2},? (?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),? \d{4}`,
  String.raw`(?:${word}(?: ${word}){0,2},? )?(?:D|Dublin )\d{1,2}W?(?: [A-Z\d]{4})?`,
].join('|');

const facts: readonly (readonly [words: string, street: string, town: string])[] = [
  [
    'street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|ln|drive|dr\\.?|boulevard|blvd\\.?|court|ct|place|pl|square|way|terrace|circle|parkway|pkwy|highway|hwy|trail|crescent|close|gardens|grove',
    String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,5})?,? (?:(?:[NSEW]{1,2}\.?|North|South|East|West) )?(?:(?:\d{1,3}(?:st|nd|rd|th)|(?:St\.? )?${word}) ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Way|Terrace|Circle|Parkway|Pkwy|Highway|Hwy|Trail|Crescent|Close|Gardens|Grove)\b\.?(?: (?:[NSEW]{1,2}|North|South|East|West)\b\.?)?(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Room)\b\.? ?#?[\w-]{1,6}|,? #[\w-]{1,6})?`,
    englishTowns,
  ],
  [
    'rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours|square|passage',
    String.raw`\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage) (?:(?:de la|de|du|des|la|le|les|aux?) |(?:d|l|de l)['’])?${word}(?:[ -](?:${word}|de|du|des|la|le|et|sous|sur|saint|d['’]\p{L}{2,20}|l['’]\p{L}{2,20})){0,5}?`,
    String.raw`(?:F-)?\d{5}\s${towns('la|le|les|sur|sous|en|de|du|lès|et|aux?|Cedex')}(?: \d{1,2})?`,
  ],
  [
    'straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|graben|markt',
    String.raw`(?:(?:${word})[ -]){0,3}(?:[\p{Lu}][\p{L}.'-]{0,30})?(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Gg]raben|[Mm]arkt) \d{1,4} ?[a-z]?(?:[-/]\d{1,4}[a-z]?)?`,
    String.raw`(?:(?:D|A|CH|DE|AT)-)?\d{4,5}\s${towns('am|an der|im|bei|ob der|in der|a\\.')}`,
  ],
  [
    'straat|laan|weg|plein|kade|gracht|singel|dijk',
    String.raw`(?:${word}[ -](?:(?:${word}|van|de|der|den)[ -]){0,3})?(?:\p{Lu}[\p{L}.'-]{1,30}|\p{Ll}{3,20})(?:straat|laan|weg|plein|kade|gracht|singel|dijk) \d{1,4} ?[a-zA-Z]?(?:[- ]\d{1,4}|-[IVX]{1,3})?`,
    String.raw`(?:\d{4} ?[A-Z]{2}|(?:B-)?\d{4}),?\s${towns('aan|den|de|op|bij')}`,
  ],
  [
    'gatan|vägen|gata|veien|vegen|vei|gate|vej|gade|allé|katu|tie|kuja|polku',
    String.raw`(?:${word} )?\p{Lu}[\p{L}.'-]{1,30}(?:gatan|vägen|gata|veien|vegen|vei|gate|vej|gade|allé|katu|tie|kuja|polku) \d{1,4} ?[A-Za-z]?(?:,? (?:lgh|st|[1-9]\.) ?[\w.]{1,6})?`,
    String.raw`(?:(?:S|N|DK|FI|SE|NO)-)?(?:\d{3} \d{2}|\d{4,5})\s${towns('i|på')}`,
  ],
  [
    'calle|c/|avenida|avda\\.?|av\\.|paseo|plaza|camino|ronda',
    String.raw`(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Pp]aseo|[Pp]laza|[Cc]amino|[Rr]onda) ?(?:(?:de los|de las|de la|del|de|la|el|los|las) )?${word}(?: (?:${word}|de|del|la|las|los|y)){0,5}?,? (?:n[º°.]{1,2} ?|#)?\d{1,4}[A-Z]?(?:,? \d{1,2} ?[º°ª.]{1,2}(?: ?(?:[A-Z]|izq|dcha|izda)\b\.?)?)?`,
    String.raw`\d{5},?\s${towns('de|del|la|las|los|el|y')}`,
  ],
  [
    'via|viale|piazza|corso|vicolo|largo',
    String.raw`(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Vv]icolo|[Ll]argo) (?:(?:della|delle|dello|degli|dei|del|di|da|la|lo|e) |dell['’])?${word}(?: (?:${word}|di|da|e|del|della|dei|\d{1,2})){0,4}?,? (?:n\. ?)?\d{1,4}(?:[/ ]?[A-Za-z]\b)?(?:/\d{1,3})?`,
    String.raw`(?:I-)?\d{5},?\s${towns('di|del|della|sul|in|sulla|e|al')}(?: \(?[A-Z]{2}\)?)?`,
  ],
  [
    'rua|r\\.|avenida|av\\.|travessa|praça|alameda|estrada|largo',
    String.raw`(?:[Rr]ua|R\.|[Aa]venida|[Aa]v\.|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Ee]strada|[Ll]argo) (?:(?:das|dos|da|do|de) )?${word}(?: (?:${word}|da|de|do|das|dos|e)){0,5}?,? (?:n[º°.]{1,2} ?)?\d{1,5}(?:,? (?:apto?\.?|ap\.?|bloco|casa|sala) ?\w{1,5})?`,
    String.raw`(?:\d{4}-\d{3}\s${towns('da|de|do|das|dos')}|(?:[-–] )?${towns('da|de|do|das|dos')}\s?[-/,]\s?[A-Z]{2},?\s(?:[-–] )?(?:CEP:? ?)?\d{5}-?\d{3})`,
  ],
  [
    'ul\\.|ulica|al\\.|aleja|os\\.|osiedle|plac',
    String.raw`(?:ul\.|ulica|[Aa]l\.|[Aa]leja|os\.|[Oo]siedle|[Pp]lac) (?:\d{1,2} )?${word}(?: (?:${word}|i)){0,3} \d{1,4}[a-zA-Z]?(?:(?:/| ?m\. ?)\d{1,4})?`,
    String.raw`\d{2}-\d{3}\s${towns('nad|pod|i')}`,
  ],
  ['utca', String.raw`(?:${word} ){1,3}(?:utca|út|tér|körút) \d{1,4}\.?`, String.raw`(?:H-)?\d{4}\s${towns('-')}`],
];

function japanese(text: string, start: number): Address | undefined {
  if (text.charAt(start) !== '〒') return undefined;
  const found =
    /^〒\s?\d{3}[-－]?\d{4}\s{0,2}([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d０-９ー−-]{6,40})/u.exec(
      text.slice(start, start + 60),
    );
  const street = found?.[1];
  if (!found || !street || !/[\d０-９]/.test(street)) return undefined;
  const at = start + found[0].length - street.length;
  return { street: { start: at, end: at + street.length }, lives: false };
}
