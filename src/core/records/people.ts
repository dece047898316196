import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';
import { evidence, isFamilyName, isFullName, isGivenName, isShapedName } from './values';

/** How a word stands to the name behind it, and so what the name must show by itself. */
type Lead =
  | 'title'
  | 'weak title'
  | 'greeting'
  | 'closing'
  | 'introduction'
  | 'east'
  | 'says'
  | 'role'
  | 'foreign role'
  | 'label';

const leads: Readonly<Record<Lead, string>> = {
  // Hardly anything but a person follows, so that any word with a capital is a name.
  title:
    'mr|mr.|mrs|mrs.|ms.|dr.|prof.|herr|herrn|frau|monsieur|madame|mme|mme.|mlle|mlle.|señor|señora|señorita|sra.|srta.|signor|signora|signorina|sig.ra|dott.|dott.ssa|senhor|senhora|dhr.|mevr.|mevrouw|meneer|г-н|г-жа|господин|госпожа|пан|пані',
  'weak title': 'ms|miss|mx.|dr|prof|professor|m.|sr.|sig.|pan|pani|hr.|fru|don|doña|dña.|bay|bayan',
  greeting:
    'dear|hi|hello|hey|good morning|good afternoon|liebe|lieber|hallo|guten tag|cher|chère|bonjour|estimado|estimada|querido|querida|hola|gentile|caro|cara|ciao|prezado|prezada|olá|beste|geachte|kære|kjære|hej|drogi|droga|cześć|привет|уважаемый|уважаемая|дорогой|дорогая',
  closing:
    'regards|sincerely|yours truly|yours faithfully|best wishes|all the best|cheers,|thanks,|many thanks,|thank you,|best,|grüßen|grüße|gruß|mfg|lg,|vg,|cordialement|salutations|bien à vous|amicalement|saludos|un saludo|atentamente|cordialmente|un abrazo|saluti|atenciosamente|cumprimentos|abraço|groet|groeten|pozdrawiam|poważaniem|hälsningar|hilsen|terveisin|уважением',
  introduction:
    "my name is|mein name ist|ich heiße|ich heisse|je m'appelle|je m’appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|o meu nome é|mijn naam is|ik heet|nazywam się|mam na imię|jag heter|mitt namn är|jeg heter|jeg hedder|nimeni on|jmenuji se|меня зовут|мене звати",
  east: '我叫|我的名字是|我的名字叫|我姓名是|私の名前は|제 이름은',
  says: "i am|i'm|i’m|this is|ich bin|hier ist|je suis|soy|sono|ik ben|eu sou|aqui é|jestem",
  role: 'customer|client|patient|employee|staff member|tenant|landlord|student|pupil|applicant|colleague|coworker|co-worker|witness|defendant|plaintiff|victim|suspect|policyholder|policy holder|cardholder|account holder|passenger|guest|caller|interviewee|candidate|resident|beneficiary|claimant|subscriber|donor|neighbour|neighbor|husband|wife|my son|her son|his son|their son|daughter|brother|sister|mother|father|girlfriend|boyfriend|partner|spouse|uncle|aunt|nephew|niece|cousin|roommate|friend|my boss|my manager|manager|supervisor|physician|nurse|doctor|therapist|lawyer|attorney|teacher|driver|borrower|buyer|seller|representative',
  'foreign role':
    'kunde|kundin|kunden|patientin|mitarbeiter|mitarbeiterin|mieter|mieterin|schüler|schülerin|kollege|kollegin|kollegen|bewerber|bewerberin|zeuge|zeugin|versicherte|versicherter|ehemann|ehefrau|tochter|mein sohn|bruder|schwester|mutter|vater|nachbar|nachbarin|freundin|freund|chefin|ansprechpartner|ansprechpartnerin|arzt|ärztin|cliente|patiente|salarié|salariée|employé|employée|locataire|élève|collègue|témoin|mon mari|ma femme|épouse|époux|mon fils|ma fille|voisin|voisine|paciente|empleado|empleada|inquilino|inquilina|alumno|alumna|compañero|compañera|testigo|esposo|esposa|marido|mi hijo|mi hija|vecino|vecina|paziente|dipendente|collega|testimone|marito|moglie|mio figlio|mia figlia|funcionário|funcionária|aluno|aluna|meu filho|minha filha|klant|patiënt|medewerker|huurder|leerling|getuige|echtgenoot|echtgenote|mijn man|mijn vrouw|mijn zoon|dochter|klient|klientka|pacjent|pacjentka|pracownik|kund|patienten|medarbetare',
  label:
    'contact|attn|attn.|attention|signed|signed by|reported by|requested by|submitted by|assigned to|prepared by|approved by|interviewed|c/o|z. hd.|z.hd.|zu händen|on behalf of|spoke with|spoke to|speak to|speak with|met with|talked to|talked with|call with|meeting with|interview with|appointment with|appointment for|email from|e-mail from|email to|message from|message to|letter from|letter to|complaint from|request from|call from|ship to|bill to|sold to|deliver to|addressed to|belongs to|invoice for|invoice to|refund to|refund for|in the name of|named|hired|fired|dismissed|transfer to|payment to|owed by|owned by|rented to|gesprochen mit|telefonat mit|termin mit|gezeichnet|gez.|unterzeichnet von|gemeldet von|vertreten durch|signé par|signé|firmado por|firmado|firmato da|assinado por|ondertekend door|t.a.v.|namens|nombre de|nom de|nome di',
};

/** How the words are written that mean a person only so; `ms` is also a unit of time, `miss` also fails to hit. */
const capitalised = /^(?:m[rsx]|mrs|miss|dr|prof|professor|herrn?|frau|m\.|hr\.|mm?lle|mme)/;

const leadOf = new Map<string, Lead>(
  (Object.keys(leads) as Lead[]).flatMap(lead => leads[lead].split('|').map(word => [word, lead] as const)),
);

/** Words that stand before a person's name, with what stands between. */
export const personWords: readonly string[] = [...leadOf].flatMap(([word, lead]) => {
  // Many words end with these.
  if (/^(?:ms|pan|m\.|ms\.|sr\.)$/.test(word)) return [` ${word} `, `\n${word} `];
  if (lead === 'closing' || lead === 'east' || /[.,]$/.test(word)) return [word];
  if (lead === 'role' || lead === 'foreign role') return [`${word} `, `${word}, `, `${word}: `];
  return lead === 'label' && !word.includes(' ') ? [`${word} `, `${word}: `] : [`${word} `];
});

/**
 * The person's name behind a word that says that one follows, as people write of each other in sentences, mails and tickets.
 * Merely possible: told to nobody, and replaced on its way out. `word` is one of `personWords` and ends at `end`.
 */
export function readPerson(text: string, from: number, end: number, word: string): PersonalColumn[] {
  const start = from + word.search(/\S/);
  const bare = leadOf.has(word) ? word : word.replace(/[,:]? $/, '').trimStart();
  const lead = leadOf.get(bare);
  if (!lead || (lead !== 'east' && isWithinWord(text, start)) || text.slice(from, end).toLowerCase() !== word)
    return [];
  const isCapital = /^\p{Lu}(?!\p{Lu})/u.test(text.slice(start, start + 4));
  if (capitalised.test(bare) && !isCapital) return [];
  const name = finders[lead](text, start, end, isCapital);
  if (!name || isAuthor(text, start)) return [];
  const reason = `"${bare}" stands before it`;
  const about = { severity: 'information', tier: 'possible', reason } as const;
  return [{ ...about, kind: 'pii/person-name', title: "person's name", cells: [name], name: 'sentence' }];
}

type Finder = (text: string, start: number, end: number, isCapital: boolean) => Span | undefined;

const finders: Readonly<Record<Lead, Finder>> = {
  title: (text, _start, end) => best(text, end, titled),
  'weak title': (text, _start, end) =>
    best(text, end, name => titled(name) && name.split(' ').some(it => isGivenName(it) || isFamilyName(it))),
  greeting: (text, start, end) =>
    isLineStart(text, start)
      ? best(text, end, name => isCalled(name) || isShapedName(name), /^\s?(?:[,!:;—–]|\r?\n|$)/)
      : undefined,
  closing: (text, _start, end) => {
    const gap = /^[,.!]?[ \t]*\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:[-–—]{1,2} ?)?(?=\p{Lu})/u.exec(
      text.slice(end, end + 40),
    );
    return gap ? best(text, end + gap[0].length, isSigned, /^[ \t]*(?:[,|(]|\r?\n|$)/) : undefined;
  },
  introduction: (text, _start, end) => best(text, end, name => isCalled(name) || (name.includes(' ') && titled(name))),
  east: (text, _start, end) => eastern(text, end),
  says: (text, _start, end) => best(text, end, isSurely),
  role: (text, _start, end, isCapital) => best(text, end, isCapital ? isSurely : isFullName),
  // In German every noun has a capital.
  'foreign role': (text, _start, end) => best(text, end, isFullName),
  label: (text, _start, end) => best(text, end, isSurely),
};

function eastern(text: string, at: number): Span | undefined {
  const name = /^\s?([\p{Script=Han}\p{Script=Hangul}]{2,4})(?:です|と|입니다|이|[，。、,.!\s]|$)/u.exec(
    text.slice(at, at + 10),
  )?.[1];
  if (!name || evidence('name', name) !== 2) return undefined;
  const start = text.indexOf(name, at);
  return { start, end: start + name.length };
}

/** The longest row of words behind `at` that is a name; `follows` is what must stand behind it. */
function best(text: string, at: number, isName: (name: string) => boolean, follows = ends): Span | undefined {
  const part = text.slice(at, at + 110);
  const lead =
    /^:?[ \t]{0,2}(?:["“„«(*_]{0,2})(?:(?:Dr|Prof|Ing|Dipl|med|Mag|Mr|Mrs|Ms|Herrn?|Frau|Mme)\b\.?[ -]){0,3}/.exec(
      part,
    )?.[0] ?? '';
  const found = named.exec(part.slice(lead.length));
  if (!found) return undefined;
  const words = found[0].split(' ');
  const stop = words.findIndex(word => notNames.test(word));
  for (let count = stop < 0 ? words.length : stop; count > 0; count--) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/['’]s$/, '');
    const start = at + lead.length;
    const end = start + name.length;
    if (isName(name) && follows.test(text.slice(end, end + 8))) return { start, end };
  }
  return undefined;
}

/** Up to five words with capitals, initials and particles between them. */
const named =
  /^(?:(?:van|von|vom|zu|zur|de|der|den|ter|ten|du|di|da|do|dos|del|della|la|le) ){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,24}(?: (?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]{1,24}|(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|ten|la|le|el|al|bin|ibn|y|e|zu|zum|af|av)(?= (?:\p{Ll}{2,4} )?\p{Lu}))){0,4}/u;

/** A name is no member of something, no call and no path. */
const ends = /^(?:$|[\s,;:!?…—–"”“»)\]*<'’|/]|-\s|\.(?:$|[\s"”)\]<*]))/;

/** Words that begin with a capital beside a name, and are no part of one; and whoever is nobody. */
const notNames =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|may|june|july|august|september|october|november|december)$|^(?:the|a|an|this|that|these|those|your|our|my|his|her|their|its|it|he|she|we|they|you|i|is|was|has|had|will|and|or|but|if|when|who|for|from|in|on|at|to|of|by|with|as|not|no|yes|please|note|see|also|all|any|each|every|new|old|next|last|first|hiring|team|support|service|services|manager|management|customer|customers|client|clients|user|users|admin|sir|madam|madame|damen|herren|herr|frau|mr|mrs|ms|colleague|colleagues|friend|friends|everyone|everybody|folks|guys|world|there|community|reader|readers|developer|developers|valued|partner|partners|member|members|subscriber|subscribers|neighbou?rs?|parents|students|family|committee|board|editor|recruiter|applicant|candidate|investor|investors|shareholders?|sirs|ladies|gentlemen|maintainer|maintainers|contributors?|doctor|president|präsident|professor|robot|proper|pepper|who|evil|jekyll|hyde|strange|bean|universe|world|piggy|claude|gemini|copilot|alexa|siri|cortana|chatgpt|jenkins|jupyter|docker|github|gitlab|google|microsoft|amazon|apple|azure|windows|linux|node|react|angular|vue|python|java|kotlin|ruby|perl|api|sdk|id|ids|portal|page|data|name|names|type|types|success|experience|relationship|record|records|number|account|accounts|order|orders|feedback|journey|center|centre|care|value|list|profile|code|class|object|model|view|controller|test|tests|access|period|program|policy|token|secret|key|keys|request|response|header|session|event|events|side|server)$/i;

/** Behind a title any name will do. */
function titled(name: string): boolean {
  return evidence('name', name) > 0 && !/^(?:John|Jane) Doe$/.test(name) && /\p{Ll}/u.test(name);
}

/** Called by the given name, or by the whole one. */
function isCalled(name: string): boolean {
  return name.includes(' ') ? isFullName(name) : isGivenName(name) && evidence('name', name) === 2;
}

function isSigned(name: string): boolean {
  return name.includes(' ') ? evidence('name', name) === 2 || isShapedName(name) : isCalled(name);
}

/** A whole name that is nothing else either: a given name that is also a word needs a family name that is known. */
export function isSurely(name: string): boolean {
  if (!isFullName(name)) return false;
  const words = name.split(' ');
  return !ambiguous.test(words[0] as string) || isFamilyName(words.at(-1) as string);
}

const ambiguous =
  /^(?:grace|grant|mark|will|page|amber|crystal|dean|art|bill|chase|frank|rich|drew|faith|hope|joy|may|april|june|rose|ruby|jade|summer|autumn|dawn|penny|star|iris|ivy|lily|violet|hazel|olive|basil|sage|angel|sterling|guy|rob|sue|pat|ray|gene|dale|glenn?|cliff|brook|reed|wade|chip|jack|mason|carter|hunter|parker|taylor|tyler|cooper|max|min|sun|sky|stella|victoria|virginia|florence|charlotte|paris|milan|sofia|georgia|jordan|austin|houston|dallas|lima|regina|vera|marina|aurora|luna|nova|orion|apollo|atlas|angular|delphi|julia|pascal|ada|haskell|claude|travis|jasmine|mocha|istanbul|grunt|ava|enzyme|cypress|jean|noah|ole|alma|lua|salt|sam|gem|hugo|oscar|felix|django|elixir|flora|carol|bob|alice|trent|eve|harbor|jersey|mercury|ariel|roman|christian|german|dutch|wolf|bay|case|sean|dennis|carmen|angela|lourdes|ram|mat|nice|tab)$/i;

function isWithinWord(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.charCodeAt(start - 1);
  if (before === 32 || before === 10) return false;
  return /[\p{L}\d_$@#./\\-]/u.test(text.charAt(start - 1)) && !/\\[nrt]$/.test(text.slice(start - 2, start));
}

/** Nothing but a margin, a quotation's bars or a string's beginning before it. */
function isLineStart(text: string, start: number): boolean {
  return /(?:^|\n|\\n|["“„'`>])[ \t>*_]{0,8}$/.test(text.slice(Math.max(0, start - 12), start));
}

/** Who made something says so on purpose. */
function isAuthor(text: string, start: number): boolean {
  const from = Math.max(0, start - 120);
  const line = text.slice(Math.max(from, text.lastIndexOf('\n', start - 1) + 1), start);
  return /\b(?:copyright|\(c\)|©|authors?|maintain\w+|contribut\w+|credits?|thanks to|licen[cs]e\w*|created|written|developed|ported|implemented) ?/i.test(
    line,
  );
}

/** The whole names in a part of a text. `local` is the part before the @ of somebody's address, which may say that words are a name. */
export function namesIn(text: string, start: number, end: number, local?: string): Span[] {
  if (isAuthor(text, end)) return [];
  const found: Span[] = [];
  for (const { index } of text.slice(start, end).matchAll(/(?<![\p{L}\d_@#./\\-])\p{Lu}(?=\p{L})/gu)) {
    if (start + index < (found.at(-1)?.end ?? 0)) continue;
    const name = best(text, start + index, one => isSurely(one) || (local !== undefined && isSpelled(one, local)));
    if (name && name.end <= end) found.push(name);
  }
  return found;
}

/** The name in brackets or behind a comma right behind a value. */
export function nameBehind(text: string, end: number): Span | undefined {
  const gap = /^["'>]?(?:,? \(|, | [-–—|] )(?=\p{Lu})/u.exec(text.slice(end, end + 6));
  return gap && !isAuthor(text, end) ? best(text, end + gap[0].length, isSurely) : undefined;
}

/** Whether an address is made of a name: `z.karaoglan` of two words, the second whole or both. */
function isSpelled(name: string, local: string): boolean {
  const words = name.toLowerCase().split(' ');
  const address = local.toLowerCase();
  if (words.length < 2 || words.length > 4) return false;
  const last = words.at(-1) as string;
  const first = words[0] as string;
  return (
    [last, first].some(
      (whole, at) =>
        whole.length > 2 && address.includes(whole) && address.includes((at === 0 ? first : last).charAt(0)),
    ) && evidence('name', name) > 0
  );
}
