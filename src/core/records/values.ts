import { isValidIBAN } from 'ibantools';
import { judgePlaced } from '../judge/judgePlaced';
import { judgeTold } from '../judge/judgeTold';
import { gazetteer } from './gazetteer';

/** How the values of a kind are told. */
export type Check = keyof typeof checks;

/** 0: this is none; 1: it has the form of one; 2: it is one as far as a value can show. */
export type Evidence = 0 | 1 | 2;

/** What one value, without its quotes, says for a kind. Takes at most 300 units into account. */
export function evidence(check: Check, value: string): Evidence {
  // Persian joins parts of a name by a unit that nobody sees.
  return value.length > 300 ? 0 : checks[check](value.includes('\u200c') ? value.replaceAll('\u200c', '') : value);
}

/** A value that stands for there being none, or that a program fills in. */
export function isBlank(value: string): boolean {
  return (
    value === '' ||
    /^(?:null|nil|none|n\/?a|undefined|unknown|nan|-+|\?+|\.+|\\N|todo|tbd|x+|\*+|true|false|string|text|varchar.*|redacted|omitted)$/i.test(
      value,
    ) ||
    /^(?:[%#@:?<{[]|\*\*|\$\d{1,2}$|\$\{?[a-z_])|[{}<>]|(?:PII|SECRET)_[A-Z_]+\d/i.test(value)
  );
}

/** Whole names, first the given one: what a column that is called just `name` must hold. */
export function isFullName(value: string): boolean {
  const words = wordsOfName(value);
  if (!words || dummies.test(value)) return false;
  if (!cased.test(value)) return nameOf(value) === 2;
  const { given, family } = gazetteer();
  const folded = words.map(fold).filter(word => !titles.test(word));
  if (folded.length < 2 || folded.length > 5) return false;
  const last = folded.at(-1) as string;
  const first = folded[0] as string;
  const turned = given.has(last) && isFamily(first, family);
  return turned || (given.has(first) && last.length > 1 && !things.test(last));
}

/** Whether one word is a frequent given name. */
export function isGivenName(word: string): boolean {
  return gazetteer().given.has(fold(word));
}

/** Whether one word is a frequent family name, or ends as only such names do. */
export function isFamilyName(word: string): boolean {
  return isFamily(fold(word), gazetteer().family);
}

/** Two or three words that begin with capitals, none of them one that firms, teams and programs are called by. */
export function isShapedName(value: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}\.)?(?: (?:de|da|van|von|der|la|bin|al|del)){0,2}(?: \p{Lu}[\p{L}'’-]{1,24}){1,2}$/u.test(
      value,
    ) &&
    !firms.test(value) &&
    !dummies.test(value)
  );
}

const firms =
  /\b(?:inc|llc|ltd|gmbh|ag|corp|corporation|co|group|team|services?|support|office|bank|systems?|solutions?|company|foundation|university|institute|school|cent(?:er|re)|admin\w*|user|account|manager|bot|server|project|app|api|department|hotel|store|shop|sales|marketing|software|labs?|studio|media|network|hospital|clinic|restaurant|street|city|new|the|my|test|default|primary|main)\b/i;

const checks = {
  name: nameOf,
  address: addressOf,
  email: (value: string): Evidence =>
    /^[^\s@"'<>]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,5}[\p{L}]{2,24}$/u.test(value) &&
    !/^(?:git|noreply|no-reply)@/.test(value)
      ? 2
      : 0,
  phone: phoneOf,
  date: dateOf,
  id: (value: string): Evidence =>
    /^(?=(?:.*\d){4})[\p{L}\d][\p{L}\d .\-/]{3,24}$/u.test(value) &&
    !/^(?:19|20)\d\d-\d\d-\d\d|^[a-f\d]{8}-[a-f\d]{4}-|^(\d)\1+$|[a-z]{4}/.test(value)
      ? 1
      : 0,
  record: (value: string): Evidence => (/^[A-Z]{0,5}[-_ ]?\d{1,12}[A-Z]?$/i.test(value) ? 1 : 0),
  card: cardOf,
  cvv: (value: string): Evidence => (/^\d{3,4}$/.test(value) ? 1 : 0),
  pin: (value: string): Evidence => (/^\d{4,6}$|^[0-9A-F]{16}$/.test(value) ? 1 : 0),
  expiry: (value: string): Evidence =>
    /^(?:0[1-9]|1[0-2])\s?[/-]\s?(?:20)?\d\d$|^20\d\d-(?:0[1-9]|1[0-2])$/.test(value) ? 1 : 0,
  track: (value: string): Evidence => (/^%?B\d{12,19}\^[^^]{2,26}\^\d{4}|^;?\d{12,19}=\d{4}/.test(value) ? 2 : 0),
  iban: (value: string): Evidence =>
    /^[A-Z]{2}\d\d(?: ?[A-Z\d]){11,30}$/i.test(value) && isValidIBAN(value.replace(/ /g, '').toUpperCase()) ? 2 : 0,
  vin: (value: string): Evidence => (/^[A-HJ-NPR-Z\d]{17}$/i.test(value) && /\d/.test(value) ? 2 : 0),
  ip: (value: string): Evidence =>
    /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[\da-f:]{3,39}$/i.test(value) && !/^(?:127|0)\./.test(value) ? 1 : 0,
  url: (value: string): Evidence => (/^(?:https?:\/\/|www\.|@)?[\w.-]{2,60}(?:\/[^\s]{0,200})?$/i.test(value) ? 1 : 0),
  photo: (value: string): Evidence =>
    /\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?)(?:\?\S{0,200})?$|^data:image\/|^https?:\/\//i.test(value) ? 1 : 0,
  mac: (value: string): Evidence => (/^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$/i.test(value) ? 2 : 0),
  place: (value: string): Evidence => (/^[\p{L}\p{M}][\p{L}\p{M} .,'’()/-]{1,60}$/u.test(value) ? 1 : 0),
  postcode: (value: string): Evidence => (/^(?=.*\d)[A-Z\d][A-Z\d \-〒]{2,11}$/i.test(value) ? 1 : 0),
  coordinate: (value: string): Evidence => (/^-?\d{1,3}\.\d{3,}/.test(value) ? 1 : 0),
  gender: (value: string): Evidence => (genders.test(value) ? 2 : 0),
  age: (value: string): Evidence => (/^(?:1[0-1])?\d{1,2}$/.test(value) ? 1 : 0),
  amount: (value: string): Evidence =>
    /^(?:[$€£¥₹]|[A-Z]{3})?\s?\d[\d., ']{2,14}\s?(?:[$€£¥₹kK]|[A-Z]{3})?$/.test(value) ? 1 : 0,
  health: healthOf,
  word: (value: string): Evidence =>
    vocabulary.test(value)
      ? 2
      : /^[\p{L}\p{M}][\p{L}\p{M} .,'’()/&-]{1,60}$/u.test(value) && !isCodeWord(value)
        ? 1
        : 0,
  membership: (value: string): Evidence =>
    /^(?:yes|no|y|n|t|f|[01]|ja|nein|oui|non|s[ií]|sim|não|tak|nie|да|нет|是|否|はい|[\p{L}\d][\p{L}\d .&'-]{1,60})$/iu.test(
      value,
    )
      ? 1
      : 0,
  password: (value: string): Evidence => {
    const bare = value.replace(/^`|`$/g, '');
    if (bare.length < 5 || /[\s"]|^\w+\(/.test(bare) || !judgePlaced(bare, '')) return 0;
    return judgeTold(bare) || /\p{L}.*\d|\d.*\p{L}/u.test(bare) ? 2 : 1;
  },
  token: (value: string): Evidence =>
    value.length >= 8 && judgeTold(value.replace(/^`|`$/g, '')) === 'strong' ? 2 : 0,
  free: (value: string): Evidence => (value.length > 1 && value.length <= 300 ? 1 : 0),
} satisfies Readonly<Record<string, (value: string) => Evidence>>;

/** Letters of scripts with capitals; others write names without. */
const cased = /[\p{Lu}\p{Ll}]/u;

function nameOf(value: string): Evidence {
  const words = wordsOfName(value);
  if (!words) return 0;
  if (dummies.test(value)) return 1;
  if (!cased.test(value)) return foreignName(value, words);
  const { given, family } = gazetteer();
  let proper = 0;
  let known = false;
  for (const word of words) {
    const folded = fold(word);
    if (particles.has(folded) || titles.test(folded)) continue;
    if (/^\p{Ll}/u.test(word)) {
      // A name in small letters counts only where it is a known one: `first_name: maria`.
      if (!given.has(folded) && !family.has(folded)) return 0;
    }
    if (
      /\p{Ll}\p{Lu}/u.test(word) &&
      !/^(?:Mc|Mac|De|Di|La|Le|O|D|Van|Fitz|Da|Du|Del|El|Al)\p{Lu}/u.test(word) &&
      !/['’]/.test(word)
    )
      return 0;
    proper++;
    known ||= given.has(folded) || isFamily(folded, family);
  }
  return proper === 0 ? 0 : known ? 2 : 1;
}

function isFamily(folded: string, family: ReadonlySet<string>): boolean {
  return family.has(folded) || (folded.length > 5 && familyEnd.test(folded));
}

/** At most six words of letters; undefined where this is no name. */
function wordsOfName(value: string): string[] | undefined {
  if (
    value.length > 60 ||
    (value.length < 2 && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(value)) ||
    !/^[\p{L}\p{M}][\p{L}\p{M} .,'’ʼ`·・\-‐()]*$/u.test(value)
  )
    return undefined;
  const words = value.split(/[\s,.\-‐·・]+/).filter(Boolean);
  return words.length > 0 && words.length <= 7 ? words : undefined;
}

function foreignName(value: string, words: readonly string[]): Evidence {
  const { given, family } = gazetteer();
  if (words.some(word => given.has(word) || family.has(word))) return 2;
  if (value.length > 40) return 0;
  if (/^[\p{Script=Han}々]/u.test(value))
    return /^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,8}(?:[\s・　]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,6})?$/u.test(
      value,
    ) && value.length <= 8
      ? hanFamily.test(value)
        ? 2
        : 1
      : 0;
  if (/^\p{Script=Hangul}/u.test(value))
    return /^[\p{Script=Hangul} ]{1,6}$/u.test(value) ? (hangulFamily.test(value) ? 2 : 1) : 0;
  return 1;
}

const hanFamily =
  /^(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]|欧阳|司马|佐藤|鈴木|高橋|田中|伊藤|渡辺|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|清水|山崎|阿部|池田|橋本|山下|石川|中島|前田|藤田|後藤|小川|岡田|長谷川|村上|近藤|石井|坂本|遠藤|青木|藤井|西村|福田|太田|三浦|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|中山|藤原|上田)/;
const hangulFamily =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]/u;
const familyEnd =
  /(?:ov|ova|ev|eva|enko|chuk|czyk|ski|ska|sky|skyi|ska|cki|cka|wicz|escu|eanu|vic|vich|sson|ssen|dottir|poulos|opoulou|idis|akis|oglu|shvili|adze|nen|yan|mann|bauer|ström|quist|qvist|ов|ова|ев|ева|ин|ина|ский|ская|скии|енко|чук|ук|вич|вна|пулос|ου|ης|ακης|ιδης)$/;
const particles = new Set(
  'de da do dos das del della di du van von der den ter ten la le los las el al bin ibn bint ben abu y e i und zu zum af av st'.split(
    ' ',
  ),
);
const titles =
  /^(?:mr|mrs|ms|miss|dr|prof|sr|sra|dona|don|herr|frau|m|mme|mlle|sir|ing|mag|dipl|jr|ii|iii|iv|phd|md|dds|dvm|med|h|c|г|жа)$/;
/** Names that stand for anybody in examples, and what isn't one. */
const dummies =
  /^(?:(?:john|jane|joe|johnny|jack)\s(?:q\.?\s)?(?:doe|smith|public|roe|bloggs)|(?:max|erika|maria)\smustermann|foo bar|test.*|user.*|alice|bob|carol|eve|mallory|foo|bar|baz|qux|john|jane|doe|admin.*|root|system|guest|default|sample.*|example.*|your name|my name|first|last|first name|last name|name)$/i;
const things =
  /^(?:beach|river|city|county|state|island|islands|street|road|university|college|school|hospital|inc|ltd|llc|gmbh|ag|sa|co|corp|company|group|bank|foundation|font|sans|serif|mono|pro|regular|bold|theme|dark|light|type|value|id|key|list|data|test|error|file|code|mode|project|team|api|sdk|library|server|client|lake|park|bay|hill|valley|creek|mountain|sea|ocean|standard|time)$/;

function fold(word: string): string {
  const lower = word.toLowerCase();
  const plain = /[^\p{ASCII}]/u.test(lower)
    ? lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .replace(/[øłđıæœßþð]/g, unit => letters[unit] ?? unit)
    : lower;
  return plain.replace(/['’ʼ`()]/g, '');
}

const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
};

function addressOf(value: string): Evidence {
  if (value.length < 4 || value.length > 200 || !/\p{L}{2}/u.test(value)) return 0;
  if (/:\/\/|[@=<>{}[\]|\\_]|^0x|^[\w./-]+$|^\/|\(\)|^(?:\d{1,3}\.){3}/.test(value))
    return streetInOneWord.test(value) ? 2 : 0;
  if (foreignStreet.test(value)) return /[\d０-９]/.test(value) ? 2 : 1;
  const numbered = /(?:^|[\s,#])\p{L}?\d{1,5}\p{L}?(?:[\s,/-]|$)|\bs\/n\b/iu.test(value);
  if (streetWord.test(value)) return numbered ? 2 : 1;
  return numbered && /\p{Lu}[\p{Ll}'’-]+|\p{Lo}{2}|^\p{Lu}{4}/u.test(value) && value.split(' ').length < 14
    ? 1
    : /^\p{Lu}[\p{L} .'-]{3,60}$/u.test(value)
      ? 1
      : 0;
}

const streetInOneWord =
  /^\p{Lu}?[\p{L}-]{2,30}(?:str|stra[sß]e|weg|gasse|platz|allee|straat|gatan|vägen|veien|vej|gade|katu|tie)\.?-?\d{0,4}[a-z]?$/iu;
const streetWord =
  /\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|square|way|terrace|circle|cir|parkway|pkwy|highway|hwy|trail|crescent|close|apt|suite|ste|unit|flat|floor|p\.?o\.? box|postfach|calle|c\/|avenida|avda|av|carrera|paseo|plaza|camino|colonia|rua|travessa|praça|rue|impasse|chemin|allée|quai|place|via|viale|piazza|corso|vicolo|largo|ulica|ul|aleja|al|osiedle|os|ulice|nám|utca|út|tér|strada|str|bulevardul|jalan|jl|đường|sokak|sok|cadde|cad|mah|mahallesi|caddesi)\b|(?:stra[sß]e|str\.|weg|gasse|platz|allee|ring|damm|ufer|straat|laan|plein|kade|gracht|gatan|gata|vägen|väg|veien|vei|vegen|gate|vej|gade|allé|katu|tie|polku|kuja|utca|ului)(?![\p{L}])/iu;
const foreignStreet =
  /(?:ул\.?|улица|пр-?т\.?|проспект|пер\.?|переулок|бул\.?|бульвар|шоссе|вул\.?|вулиця|пров\.?|площадь|наб\.)\s|(?:улица|проспект|переулок|площадь|шоссе|街|路|巷|弄|号|號|道|丁目|番地|番|区|區|町|村|市|県|縣|省|鎮|동|로|길|구|읍|면|리|번지)|شارع|طريق|حي|خیابان|کوچه|بلوار|רחוב|שדרות|דרך|मार्ग|रोड|नगर|सड़क|ถนน|ซอย|οδός|λεωφ|პროსპექტი|ქუჩა|փողոց/u;

function phoneOf(value: string): Evidence {
  if (!/^[+(\d][\d+ ()./\-–x#ext]{5,28}$/i.test(value)) return 0;
  const digits = value.replace(/\D/g, '').length;
  if (digits < 6 || digits > 18 || /^(?:19|20)\d\d-\d\d-\d\d|^\d+\.\d+$|^(\d)\1+$/.test(value)) return 0;
  return /^\+|[ ()-]/.test(value) ? 2 : 1;
}

function dateOf(value: string): Evidence {
  if (!day.test(value)) return 0;
  return /^(?:1970-01-01|1900-01-01|0001-)/.test(value) ? 1 : 2;
}

const day =
  /^(?:(?:1[89]|20)\d\d[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\d|3[01])(?:[T ][\d:.+Z-]{1,20})?|(?:0?[1-9]|[12]\d|3[01])[-/. ]{1,2}(?:0?[1-9]|[12]\d|3[01])[-/. ]{1,2}(?:(?:1[89]|20)\d\d|\d\d)|\d{1,2}(?:st|nd|rd|th|\.)? (?:de |di )?\p{L}{3,10}\.?,? (?:de |del )?(?:19|20)\d\d|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/u;

function cardOf(value: string): Evidence {
  if (!/^\d(?:[ -]?\d){11,18}$/.test(value)) return 0;
  const digits = value.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0 ? 2 : 0;
}

const genders =
  /^(?:m|f|x|d|w|v|k|h|u|male|female|man|woman|other|diverse?|non-?binary|männlich|weiblich|divers|masculino|femenino|feminino|hombre|mujer|homme|femme|masculin|féminin|maschio|femmina|man|vrouw|mand|kvinde|kvinna|kvinne|mies|nainen|mężczyzna|kobieta|muž|žena|férfi|nő|bărbat|femeie|erkek|kadın|м|ж|муж\.?|жен\.?|мужской|женский|чоловік|жінка|男|女|男性|女性|남|여|남성|여성|남자|여자|ذكر|أنثى|مرد|زن|זכר|נקבה|पुरुष|महिला|nam|nữ|laki-laki|perempuan|prefer not to say|transgender|trans|cis .{2,12}|agender|genderqueer|genderfluid|bigender|(?:he|she|they)\/(?:him|her|them))$/i;

function healthOf(value: string): Evidence {
  if (/^[A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?$|^(?:A|B|AB|O|0)\s?(?:Rh)?[+\-−]$/.test(value) || illness.test(value))
    return 2;
  return value.length > 2 &&
    /^[\p{L}\d]/u.test(value) &&
    !isCodeWord(value) &&
    !/[=<>{}[\]|\\_;]|\)\.|=>|&&/.test(value)
    ? 1
    : 0;
}

const illness =
  /diabet|asthma|hypertens|bluthochdruck|hiv\b|aids\b|cancer|krebs|carcinom|tumou?r|depress|anxiety|migr[aä]ne|arthritis|copd|epilep|hepatit|pneumon|influenza|covid|allerg|schizophren|bipolar|dementia|demenz|alzheimer|parkinson|stroke|fracture|anemia|obes|pregnan|schwanger|insulin|metformin|lisinopril|atorvastatin|amoxicillin|ibuprofen|paracetamol|aspirin|sertraline|fluoxetine|warfarin|omeprazole|mg\b|penicillin|hypothyr|embaraz|diab[eè]t|cáncer|tumeur|maladie|糖尿病|高血圧|高血压|癌|哮喘|диабет|астма|гипертон/i;

/** Words by which beliefs, origins and orientations are named. */
const vocabulary =
  /catholic|protestant|christian|muslim|islam|jewish|judaism|hindu|buddhis|sikh|atheis|agnostic|orthodox|evangeli|katholisch|konfessionslos|lutheran|baptist|mormon|shia|sunni|caucasian|\bwhite\b|\bblack\b|african|hispanic|latin[oax]\b|asian|native american|pacific islander|\barab|roma\b|mixed race|biracial|heterosexual|homosexual|bisexual|\bgay\b|lesbian|\bqueer|asexual|pansexual|straight|republican|democrat|\blabou?r\b|conservative|liberal|socialist|green party|\bcdu\b|\bspd\b|\bafd\b|married|single|divorced|widow|verheiratet|ledig|geschieden|casad[oa]|solter[oa]|mari[eé]e?|c[eé]libataire|基督|佛教|伊斯兰|汉族|漢族|イスラム|仏教|христиан|мусульман|православ/i;

/** A name of code, not of the world. */
function isCodeWord(value: string): boolean {
  return (
    /^[a-z]+[A-Z]\w*$|^\w+[._]\w+|^[A-Z\d_]+_[A-Z\d_]+$|\(\)$/.test(value) ||
    /^(?:string|number|boolean|int|integer|object|any|null|array|float|double|char|text|date|enum|void|function|return|required|optional)$/i.test(
      value,
    )
  );
}
