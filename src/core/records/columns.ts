import type { Severity, Tier } from '../model';
import type { Check } from './values';

/** What a column can hold: which finding it makes, how its values are told, and how much its name says. */
export interface ColumnKind {
  /** A detector's id. */
  readonly id: `${'pii' | 'secret'}/${string}`;
  readonly title: string;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly check: Check;
  /** `who`: tells who somebody is; `about`: counts only beside something that does; `key`: opens something, in tables alone. */
  readonly role: 'who' | 'about' | 'key';
}

export interface NamedKind {
  readonly kind: ColumnKind;
  /** A name that other things have as well, such as `name` or `address`: the values must say more. */
  readonly weak: boolean;
}

/** What a column or field of this name would hold, as far as its name says; undefined for the names that code is full of. */
export function columnOf(name: string): NamedKind | undefined {
  const known = cache.get(name);
  if (known !== undefined) return known ?? undefined;
  const found = look(name);
  // Bounded, because a hostile text may have any number of names.
  if (cache.size > 5000) cache.clear();
  cache.set(name, found ?? null);
  return found;
}

/** All kinds that a column can have. */
export function columnKinds(): readonly ColumnKind[] {
  return facts;
}

/** Words, in lower case, of which one stands in the name of each column that is known. */
export function columnWords(): readonly string[] {
  const spellings = facts
    .flatMap(({ names: strong, weak = '' }) => `${strong}|${weak}`.split('|'))
    .flatMap(it => [it, plain(it)])
    .filter(Boolean)
    .sort((a, b) => a.length - b.length);
  const words = new Set<string>();
  // One of three letters counts only by itself, so that it doesn't stand for the longer ones that have it inside.
  const inside = new Set<string>();
  for (const spelled of spellings) {
    const word = longest(spelled.split(' ').filter(it => !everywhere.has(it)));
    // Shorter ones stand everywhere; the tables that they head have other names too.
    if ((word.length < 3 && isAscii(word)) || words.has(word) || hasPartIn(spelled, inside)) continue;
    words.add(word);
    if (word.length > 3 || !isAscii(word)) inside.add(word);
  }
  return [...words];
}

function hasPartIn(text: string, parts: ReadonlySet<string>): boolean {
  // Of ASCII, the parts have four letters at least.
  const least = isAscii(text) ? 4 : 1;
  for (let from = 0; from < text.length; from++) {
    for (let to = from + least; to <= text.length; to++) if (parts.has(text.slice(from, to))) return true;
  }
  return false;
}

/** Words that code is full of: never what a name is looked for by. */
const everywhere = new Set(
  'number num no id code date status result next remote valid exp face ten of on line test post'.split(' '),
);

const cache = new Map<string, NamedKind | null>();

function look(name: string): NamedKind | undefined {
  if (name.length === 0 || name.length > 60 || isValue.test(name)) return undefined;
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 7) return undefined;
  names ??= index();
  for (let from = 0; from < words.length; from++) {
    const found = names.get(words.slice(from).join(' '));
    if (!found) continue;
    const before = from > 0 ? (words[from - 1] as string) : '';
    if (found.kind.role !== 'key' ? things.has(before) : ofLists.test(before)) return undefined;
    if (from === 0 || !found.weak) return found;
    return found.kind.id === 'pii/person-name' && people.has(before) ? { ...found, weak: false } : found;
  }
  return undefined;
}

/** Such a token says where a list goes on, how many there are, or what everybody may see. */
const ofLists =
  /^(?:page|next|prev|previous|cursor|continuation|sync|csrf|xsrf|max|min|total|prompt|completion|public)$/;

/** A placeholder of ours, or what a program reads: a row's value, though words stand in it. */
const isValue = /(?:SECRET|PII)_[A-Z\d_]*_\d|^(?:process|import|os)\.|[{}]/;

/** `customerFirstName_2` → customer, first, name. */
function wordsOf(name: string): string[] {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[^\p{L}\p{M}\d]+/gu, ' ');
  return plain(spaced.toLowerCase())
    .replace(/(?<=[a-z])\d{1,2}(?= |$)/g, '')
    .split(' ')
    .filter(word => word !== '' && !/^\d$/.test(word));
}

function plain(text: string): string {
  return isAscii(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('ß', 'ss')
        .normalize('NFC');
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}

let names: Map<string, NamedKind> | undefined;

function index(): Map<string, NamedKind> {
  const map = new Map<string, NamedKind>();
  const add = (spelled: string, entry: NamedKind) => {
    for (const form of new Set([plain(spelled), plain(spelled).replaceAll(' ', '')]))
      if (!map.has(form)) map.set(form, entry);
  };
  for (const { names: strong, weak = '', ...kind } of facts) {
    for (const one of strong.split('|')) add(one, { kind, weak: false });
    for (const one of weak.split('|').filter(Boolean)) add(one, { kind, weak: true });
  }
  return map;
}

/** What has a name or an address without being a person. */
const things = new Set(
  (
    'file host class user table column field package module product item company org organization organisation business brand ' +
    'service project repo repository branch event group role plan bank hospital team school domain server device machine ' +
    'method function func variable var param parameter property prop attribute attr type tag key node task job queue topic ' +
    'bucket cluster container image font color colour theme icon layer style category department dept app application ' +
    'program command script test suite model schema index database db collection stream channel room display code locale ' +
    'language country currency region ip mac memory email web wallet contract base bind listen remote url site http ' +
    'network proxy gateway dns peer pipe socket start end bus physical virtual config resource action rule policy step ' +
    'stage metric label layout template component element tool agent namespace constraint directive mail qualified short long invalid valid ' +
    'canonical internal external technical generic common scientific set pool profile vendor manufacturer provider source target'
  ).split(' '),
);

/** Whoever has a name of his own. */
const people = new Set(
  (
    'customer client patient employee staff worker student pupil teacher member guest passenger traveler traveller doctor physician ' +
    'person contact owner holder cardholder spouse mother father parent guardian child beneficiary recipient sender applicant ' +
    'candidate tenant donor subscriber resident citizen emergency insured claimant witness victim buyer seller shipping billing ' +
    'delivery legal complete real maiden birth preferred account subject nurse prescriber lead attendee participant ' +
    'kunde kunden patienten mitarbeiter kontakt cliente paciente empleado'
  ).split(' '),
);

interface Facts extends ColumnKind {
  /** Names that hardly anything else has, in lower case, `|` between, words apart. */
  readonly names: string;
  readonly weak?: string;
}

function who(id: string, title: string, check: Check, names: string, weak?: string, tier: Tier = 'likely'): Facts {
  return { id: `pii/${id}`, title, severity: severityOf(id), tier, check, role: 'who', names, weak };
}

function about(id: string, title: string, check: Check, names: string, tier: Tier = 'likely'): Facts {
  return { id: `pii/${id}`, title, severity: severityOf(id), tier, check, role: 'about', names };
}

function key(id: string, title: string, check: Check, names: string): Facts {
  return { id: `secret/${id}`, title, severity: 'error', tier: 'likely', check, role: 'key', names };
}

/** Money goes first; numbers and special classes that the law sets apart before what stands in every address book. */
function severityOf(id: string): Severity {
  if (/^(?:card-|payment-card|iban|bank)/.test(id)) return 'error';
  return /^(?:person-name|street-address|email|phone|city|postal|gender|age|ip-|mac-|marital|geolocation|device)/.test(
    id,
  )
    ? 'information'
    : 'warning';
}

const facts: readonly Facts[] = [
  who(
    'person-name',
    "person's name",
    'name',
    'first name|last name|full name|given name|family name|forename|surname|middle name|maiden name|fname|lname|firstname|lastname|' +
      'person name|customer name|patient name|employee name|student name|client name|contact name|cardholder name|name on card|' +
      'account holder|emergency contact|next of kin|mother maiden name|name of patient|signatory|' +
      'vorname|nachname|familienname|geburtsname|vollständiger name|ansprechpartner|rufname|' +
      'prénom|nom de famille|nom complet|nom prénom|nom et prénom|nom de naissance|nombres|primer nombre|apellido|apellidos|primer apellido|segundo apellido|apellido paterno|apellido materno|' +
      'nombre completo|nombre y apellidos|cognome|nome completo|nome e cognome|sobrenome|apelido|primeiro nome|último nome|' +
      'voornaam|achternaam|tussenvoegsel|volledige naam|förnamn|efternamn|fornavn|etternavn|efternavn|etunimi|sukunimi|fullt namn|' +
      'imię|nazwisko|imię i nazwisko|jméno|příjmení|meno|priezvisko|keresztnév|vezetéknév|teljes név|prenume|nume de familie|nume complet|' +
      'ime i prezime|prezime|priimek|ad soyad|soyad|soyadı|isim soyisim|vardas|pavardė|vārds|uzvārds|eesnimi|perekonnanimi|emri|mbiemri|' +
      'имя|фамилия|отчество|фио|полное имя|имя фамилия|ім я|прізвище|по батькові|піб|име|презиме|όνομα|επώνυμο|ονοματεπώνυμο|' +
      '姓名|名字|姓氏|氏名|お名前|フリガナ|이름|성명|성함|الاسم|اسم العائلة|الاسم الكامل|اللقب|نام|نام خانوادگی|שם פרטי|שם משפחה|שם מלא|' +
      'नाम|पूरा नाम|ชื่อ|นามสกุล|họ tên|họ và tên|họ|nama lengkap|nama depan|nama belakang',
    'name|nombre|nom|nome|naam|namn|navn|nimi|név|nume|ime|isim|ad|nama|名前|姓|customer|patient|employee|contact|recipient|sender|doctor|physician|nurse|passenger|guest|student|tenant|beneficiary|signed|signature|author name|cardholder|spouse|guardian|kunde|patientin|unterschrift|titular|paciente|cliente|client',
  ),
  who(
    'street-address',
    'street address',
    'address',
    'street address|street|address line|address line 1|address line 2|addr line|addr1|address street|home address|postal address|mailing address|billing address|shipping address|residential address|delivery address|street name|streetaddress|addressline|' +
      'straße|strasse|anschrift|adresse|postanschrift|wohnadresse|rechnungsadresse|lieferadresse|adresse postale|adresse complète|rue|calle|dirección|direccion|domicilio|indirizzo|via|residenza|endereço|endereco|rua|logradouro|morada|' +
      'adres|straat|straatnaam|woonadres|gatuadress|gata|adress|gateadresse|vejnavn|katuosoite|osoite|ulica|adres zamieszkania|ulice|adresa|cím|lakcím|utca|stradă|strada|adresă|ulica i broj|naslov|sokak|cadde|' +
      'адрес|улица|адреса|вулиця|διεύθυνση|οδός|地址|住址|住所|街道|주소|도로명주소|العنوان|عنوان|آدرس|כתובת|रास्ता|पता|ที่อยู่|địa chỉ|alamat',
    'address|addr|residence|location',
  ),
  who(
    'email',
    'email address',
    'email',
    'email|e mail|email address|mail address|correo|correo electrónico|courriel|e mail adresse|mail adresse|emailadres|posta elettronica|sähköposti|epost|эл почта|электронная почта|почта|邮箱|电子邮件|メール|メールアドレス|이메일|البريد الإلكتروني|ایمیل|אימייל|ईमेल|อีเมล|contact email|user email',
    'mail',
  ),
  who(
    'phone',
    'phone number',
    'phone',
    'phone|phone number|telephone|telephone number|mobile|mobile phone|mobile number|cell|cell phone|cellphone|msisdn|home phone|work phone|contact number|whatsapp|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|rufnummer|' +
      'téléphone|tél|portable|teléfono|telefono|móvil|celular|numero de telefono|cellulare|telefone|telemóvel|telefoon|telefoonnummer|puhelin|puhelinnumero|telefonszám|numer telefonu|komórka|tlf|gsm|telefón|' +
      'телефон|мобильный|номер телефона|τηλέφωνο|κινητό|电话|手机|手机号|電話|電話番号|携帯|전화|전화번호|휴대폰|هاتف|رقم الهاتف|جوال|تلفن|טלפון|נייד|फोन|मोबाइल|โทรศัพท์|số điện thoại|điện thoại|telepon|nomor hp',
    'tel|contact',
  ),
  who(
    'fax',
    'fax number',
    'phone',
    'fax|fax number|fax no|faxnummer|telefax|numéro de fax|número de fax|numero di fax|faks|факс|传真|傳真|ファックス|팩스',
  ),
  who(
    'date-of-birth',
    'date of birth',
    'date',
    'date of birth|dob|birth date|birthdate|birthday|birth day|born|born on|geburtsdatum|geburtstag|geboren am|date de naissance|fecha de nacimiento|fecha nacimiento|fec nac|data di nascita|data nascita|data de nascimento|nascimento|' +
      'geboortedatum|födelsedatum|fødselsdato|fødselsdag|syntymäaika|data urodzenia|datum narození|dátum narodenia|születési dátum|születési idő|data nașterii|datum rođenja|doğum tarihi|gimimo data|' +
      'дата рождения|дата народження|дата на раждане|ημερομηνία γέννησης|出生日期|出生年月|生日|生年月日|생년월일|생일|تاريخ الميلاد|تاریخ تولد|תאריך לידה|जन्म तिथि|วันเกิด|ngày sinh|tanggal lahir|tgl lahir',
  ),
  who(
    'national-id',
    'national identity number',
    'id',
    'ssn|social security number|social security|social security no|national id|national id number|national identity number|nin|nino|national insurance number|personal id number|identity number|identity card number|id card number|id card|' +
      'ausweisnummer|personalausweis|sozialversicherungsnummer|ahv nummer|svnr|dni|nie|dni nie|nif|curp|cpf|cedula|cédula|rut|cuil|cuit|numéro de sécurité sociale|numero securite sociale|nir|codice fiscale|bsn|burgerservicenummer|rijksregisternummer|personnummer|' +
      'fødselsnummer|cpr nummer|cpr|henkilötunnus|hetu|pesel|rodné číslo|személyi szám|cnp|oib|jmbg|emšo|tc kimlik no|tckn|asmens kodas|isikukood|inn|инн|снилс|паспортные данные|рнокпп|єдрпоу|аμκα|αφμ|身份证|身份证号|身份证号码|身分證字號|マイナンバー|個人番号|주민등록번호|رقم الهوية|کد ملی|תעודת זהות|आधार|aadhaar|aadhaar number|pan number|nric|mykad|nik|citizen id|cmnd|cccd|sin number|tfn' +
      'versicherungsnummer|rentenversicherungsnummer|rvnr|rijksregister|registre national|numéro national|nrn|insz|niss|identiteitskaart|identiteitskaartnummer|ahv|ahvn13|numéro avs|personalausweisnummer|documento de identidad|número de identificación|tarjeta de residencia|nss|seguridad social|número de afiliación|sécurité sociale|carte nationale d identité|cni|amka|αμκα|αριθμός ταυτότητας|pps|ppsn|pps number|fiscal code|cod fiscale|carta d identità|numéro matricule|sofinummer|cartão de cidadão|citizen card|bilhete de identidade|tc kimlik|kimlik no|kimlik numarası|personbeteckning|sotu|kennitala|personas kods|fnr|fødselsnr|foedselsnummer|personnr|samordningsnummer|egn|егн|единен граждански номер|лнч|личный номер|идентификационный номер|číslo op|taj|taj szám|iin|иин|idnp|embg|ембг|cod numeric personal|јмбг|matični broj|матични број|snils|ідентифікаційний код|pinfl|пинфл|dui|dpi|cédula de identidad|cédula de ciudadanía|cedula ciudadania|registro geral|título de eleitor|carteira de identidade|aadhar|voter id|cnic|nid|nid number|nic no|nic number|公民身份号码|居民身份证|身份證|身份證字號|身分證|hkid|주민번호|외국인등록번호|my number|mynumber|thai id|เลขประจำตัวประชาชน|เลขบัตรประชาชน|no kp|ic number|ic no|kad pengenalan|ktp|no ktp|philsys|sss number|căn cước|căn cước công dân|số căn cước|số cccd|sa id|bvn|cnie|الرقم القومي|الرقم الوطني|الهوية الوطنية|iqama|emirates id|civil id|code melli|national code|teudat zehut|מספר זהות',
    'sin|pan|rfc',
  ),
  who(
    'tax-id',
    "person's tax number",
    'id',
    'tax id|tax number|tax identification number|tin|itin|taxpayer id|steuernummer|steuer id|steueridentifikationsnummer|numéro fiscal|número fiscal|partita iva|contribuyente|vergi no|utr|unique taxpayer reference|abgabenkontonummer|idnr|steuer idnr|afm|contribuinte|número de contribuinte|vkn|vergi kimlik no|veronumero|vöen|унп|adóazonosító|adóazonosító jel|nip|davčna številka|rnokpp|ruc|nit|rif|npwp|mã số thuế|ird number|kra pin|nuit|matricule fiscal|tax file number|taxpayer registration number|税号',
  ),
  who(
    'passport',
    'passport number',
    'id',
    'passport|passport number|passport no|passport id|reisepass|reisepassnummer|passnummer|pasaporte|numero de pasaporte|passeport|numéro de passeport|passaporto|paspoort|paspoortnummer|passaporte|paszport|паспорт|номер паспорта|护照|护照号|旅券番号|パスポート番号|여권번호|جواز السفر|דרכון|hộ chiếu|paspor',
  ),
  who(
    'driving-licence',
    'driving licence number',
    'id',
    'drivers license|driver license|drivers licence|driver licence|driving license|driving licence|driver license number|drivers license number|license number|dl number|führerschein|führerscheinnummer|permis de conduire|licencia de conducir|carnet de conducir|patente di guida|rijbewijs|prawo jazdy|körkort|cnh|водительское удостоверение|驾驶证号|運転免許証|운전면허번호',
  ),
  who(
    'medical-record-number',
    'medical record number',
    'record',
    'mrn|medical record number|medical record no|patient id|patient number|patient no|chart number|hospital number|patientennummer|numero historia clinica|numéro de dossier|病历号|カルテ番号',
  ),
  who(
    'health-insurance-number',
    'health insurance number',
    'id',
    'health insurance number|health plan id|health plan beneficiary number|insurance member id|insurance id|insurance number|insurance policy number|medicare number|medicare id|medicaid id|mbi|member id number|health card number|nhs number|nhs no|krankenversicherungsnummer|health card|ohip|nhi number|ihi|krankenversichertennummer|versichertennummer|kvnr|carte vitale|tessera sanitaria|ehic',
  ),
  about(
    'date-of-care',
    'date of care or death',
    'date',
    'admission date|date of admission|admitted on|discharge date|date of discharge|discharged on|date of death|death date|deceased date|date of service|service date|date of visit|visit date|surgery date|date of diagnosis|diagnosis date|' +
      'aufnahmedatum|entlassungsdatum|sterbedatum|todestag|behandlungsdatum|date d admission|date de sortie|date de décès|date du décès|fecha de ingreso|fecha de alta|fecha de defunción|data di ricovero|data di dimissione|data di morte|data de internação|data de alta|data do óbito|opnamedatum|ontslagdatum|overlijdensdatum|data zgonu|дата смерти|дата поступления|入院日期|出院日期|死亡日期|入院日|退院日',
  ),
  who(
    'professional-licence',
    'professional licence number',
    'id',
    'npi|npi number|national provider identifier|dea number|medical license number|medical licence number|nursing license number|professional license number|professional licence number|certificate number|approbationsnummer|arztnummer|lanr|numéro rpps|rpps|número de colegiado',
  ),
  about(
    'profile-url',
    'address of a personal page',
    'url',
    'personal website|personal url|personal page|linkedin|linkedin url|linkedin profile|facebook|facebook url|facebook profile|instagram|twitter url|profile url|social media|social profile|xing|xing profil|homepage privat',
    'possible',
  ),
  about(
    'photo',
    'photograph of a person',
    'photo',
    'photo|photo url|photograph|profile picture|profile photo|profile image|avatar|avatar url|portrait|headshot|selfie|passport photo|face image|passfoto|passbild|lichtbild|photo d identité|foto del perfil|foto de perfil|fototessera|pasfoto|zdjęcie|фото|фотография|照片|顔写真|증명사진',
    'possible',
  ),
  about(
    'neural-data',
    'neural data',
    'free',
    'neural data|neurodata|brain data|brain activity|eeg data|eeg recording|brain scan',
  ),
  who(
    'payment-card',
    'payment card number',
    'card',
    'card number|credit card|credit card number|creditcard|cc number|ccnum|cc num|debit card|debit card number|card no|pan|primary account number|kreditkarte|kreditkartennummer|kartennummer|numéro de carte|carte bancaire|tarjeta|numero de tarjeta|tarjeta de crédito|carta di credito|numero carta|cartão|número do cartão|creditcardnummer|numer karty|номер карты|卡号|信用卡号|银行卡号|カード番号|카드번호|رقم البطاقة',
  ),
  about(
    'card-security-code',
    'card security code',
    'cvv',
    'cvv|cvc|cvv2|cvc2|card security code|security code|card cvv|card verification value|card verification code|prüfziffer|cryptogramme|código de seguridad|安全码',
  ),
  about(
    'card-expiry',
    "card's expiry date",
    'expiry',
    'card expiry|card expiration|expiry date|expiration date|exp date|expiry|cc exp|valid thru|card exp|gültig bis|caducidad|scadenza carta',
  ),
  who(
    'card-track',
    'magnetic stripe data',
    'track',
    'track data|track 1|track 2|track1|track2|magstripe|magnetic stripe',
  ),
  about('card-pin', 'card PIN', 'pin', 'pin|pin code|card pin|pin block|atm pin'),
  who('iban', 'IBAN', 'iban', 'iban|iban number|bank iban'),
  who(
    'bank-account-number',
    'bank account number',
    'id',
    'bank account|bank account number|account number|account no|acct number|acct no|kontonummer|numero de cuenta|numéro de compte|numero di conto|número da conta|rekeningnummer|konto nr|numer konta|номер счета|银行账号|口座番号|계좌번호',
  ),
  who(
    'licence-plate',
    'licence plate',
    'id',
    'license plate|licence plate|plate number|vehicle registration|registration plate|number plate|kennzeichen|kfz kennzeichen|plaque d immatriculation|immatriculation|matrícula|targa|kenteken|车牌|车牌号|госномер',
  ),
  who(
    'vehicle-identification-number',
    'vehicle identification number',
    'vin',
    'vin|vehicle identification number|vehicle id number|chassis number|fahrgestellnummer|fin nummer',
  ),
  about(
    'device-id',
    "device's serial number",
    'id',
    'device id|device serial|device serial number|imei|imsi|iccid|idfa|advertising id|serial number of device|udid',
  ),
  about(
    'ip-address',
    'IP address',
    'ip',
    'ip|ip address|ip addr|client ip|remote ip|last login ip|ipv4|ipv6|adresse ip|ip adresse|dirección ip|ip地址',
  ),
  about('mac-address', 'MAC address', 'mac', 'mac address|mac addr|wifi mac|bluetooth mac'),
  about(
    'city',
    'place of residence',
    'place',
    'city|town|village|municipality|ort|wohnort|stadt|ville|commune|ciudad|localidad|población|poblacion|municipio|città|citta|comune|cidade|localidade|município|plaats|woonplaats|stad|postort|poststed|kaupunki|kunta|miasto|miejscowość|město|mesto|város|oraș|localitate|grad|şehir|ilçe|город|місто|πόλη|城市|市区|市区町村|도시|시군구|المدينة|شهر|עיר|शहर|เมือง|thành phố|kota|county|district|place of birth|birthplace|geburtsort|lieu de naissance|lugar de nacimiento|luogo di nascita',
    'possible',
  ),
  about(
    'postal-code',
    'postcode',
    'postcode',
    'zip|zip code|zipcode|postal code|postalcode|postcode|post code|plz|postleitzahl|code postal|cp|código postal|codigo postal|cap|codice postale|cep|postnummer|postnr|postinumero|kod pocztowy|psč|irányítószám|cod poștal|poštanski broj|posta kodu|индекс|почтовый индекс|поштовий індекс|ταχυδρομικός κώδικας|τκ|邮编|邮政编码|郵便番号|우편번호|الرمز البريدي|کد پستی|מיקוד|पिन कोड|pincode|eircode',
    'possible',
  ),
  about(
    'geolocation',
    'place where somebody was',
    'coordinate',
    'latitude|longitude|lat|lng|lon|latlng|gps|geolocation|home latitude|home longitude|breitengrad|längengrad|latitud|longitud|纬度|经度',
    'possible',
  ),
  about(
    'gender',
    'gender',
    'gender',
    'gender|sex|geschlecht|sexe|sexo|genere|sesso|género|gênero|geslacht|kön|kjønn|køn|sukupuoli|płeć|pohlaví|nem|sex assigned at birth|cinsiyet|пол|стать|φύλο|性别|性別|성별|الجنس|جنسیت|מין|लिंग|เพศ|giới tính|jenis kelamin|pronouns',
    'possible',
  ),
  about(
    'age',
    'age',
    'age',
    'age|alter|âge|edad|età|idade|leeftijd|ålder|wiek|возраст|年龄|年齢|나이|العمر',
    'possible',
  ),
  about(
    'marital-status',
    'marital status',
    'word',
    'marital status|familienstand|état civil|situation familiale|estado civil|stato civile|burgerlijke staat|stan cywilny|семейное положение|婚姻状况',
  ),
  about(
    'nationality',
    'nationality',
    'word',
    'nationality|citizenship|citizenship status|immigration status|visa status|residency status|staatsangehörigkeit|staatsbürgerschaft|nationalité|nacionalidad|nazionalità|cittadinanza|nacionalidade|nationaliteit|narodowość|obywatelstwo|гражданство|国籍|국적|الجنسية',
  ),
  about(
    'salary',
    'income',
    'amount',
    'salary|annual salary|base salary|income|annual income|monthly income|wage|net worth|credit score|gehalt|jahresgehalt|einkommen|lohn|salaire|revenu|salario|sueldo|ingresos|stipendio|reddito|salário|salaris|inkomen|wynagrodzenie|зарплата|доход|工资|薪资|年収|급여',
    'possible',
  ),
  about(
    'health',
    'health data',
    'health',
    'diagnosis|diagnoses|diagnosis code|primary diagnosis|icd|icd code|icd 10|icd10|icd10 code|icd 9|medical condition|medical conditions|condition|conditions|disease|illness|symptom|symptoms|allergy|allergies|medication|medications|prescription|drug name|dosage|treatment|procedure code|cpt code|blood type|blood group|blood pressure|disability|disabilities|disability status|hiv status|vaccination status|vaccine|lab result|test result|medical history|mental health|pregnancy status|pregnant|bmi|sick leave|' +
      'diagnose|diagnos|krankheit|erkrankung|allergien|medikament|medikamente|medikation|blutgruppe|behinderung|schwerbehinderung|grad der behinderung|befund|diagnostic|maladie|groupe sanguin|traitement|médicaments|médicament|handicap|antécédents|diagnóstico|diagnostico|enfermedad|alergias|medicación|medicamento|medicamentos|grupo sanguíneo|tipo de sangre|discapacidad|diagnosi|malattia|farmaco|gruppo sanguigno|disabilità|allergie|doença|medicação|tipo sanguíneo|deficiência|ziekte|medicatie|bloedgroep|rozpoznanie|diagnoza|choroba|leki|grupa krwi|niepełnosprawność|diagnoosi|sjukdom|sykdom|диагноз|болезнь|группа крови|лекарство|инвалидность|诊断|疾病|病史|血型|过敏|診断|病名|血液型|진단|혈액형|التشخيص|فصيلة الدم|אבחנה',
  ),
  about(
    'ethnicity',
    'racial or ethnic origin',
    'word',
    'ethnicity|ethnic group|ethnic origin|ethnic background|race|racial origin|tribe|caste|ethnie|origine ethnique|etnia|origen étnico|raza|ethnische herkunft|herkunft|cor raça|raça|etniciteit|pochodzenie etniczne|национальность|民族|种族|العرق',
  ),
  about(
    'religion',
    'religious belief',
    'word',
    'religion|religious belief|religious affiliation|faith|denomination|church|konfession|religionszugehörigkeit|glaube|confession|religión|religione|religião|godsdienst|uskonto|wyznanie|vallás|religie|din|вероисповедание|религия|宗教|宗教信仰|종교|الديانة|الدين|דת|धर्म|ศาสนา|tôn giáo|agama',
  ),
  about(
    'political-opinion',
    'political opinion',
    'word',
    'political opinion|political affiliation|political party|political views|party affiliation|party membership|voted for|politische meinung|partei|parteizugehörigkeit|opinion politique|parti politique|afiliación política|partido político|orientamento politico|partito|partido|политические взгляды|партия|政治面貌|政党',
  ),
  about(
    'trade-union',
    'union membership',
    'membership',
    'trade union|union member|union membership|labor union|labour union|trade union membership|gewerkschaft|gewerkschaftsmitglied|syndicat|sindicato|afiliación sindical|sindacato|vakbond|facket|związek zawodowy|профсоюз|工会',
  ),
  about(
    'sexual-orientation',
    'sex life or sexual orientation',
    'word',
    'sexual orientation|sexuality|sex life|sexual preference|sexuelle orientierung|orientation sexuelle|orientación sexual|orientamento sessuale|orientação sexual|seksuele geaardheid|orientacja seksualna|сексуальная ориентация|性取向|性的指向',
  ),
  about(
    'genetic-data',
    'genetic data',
    'free',
    'genetic data|genotype|genome|dna|dna sequence|dna profile|brca status|brca1|brca2|genetic marker|snp|genetic test|haplotype|erbgut|genetische daten|données génétiques|datos genéticos|dati genetici',
  ),
  about(
    'biometric-data',
    'biometric data',
    'free',
    'biometric|biometrics|biometric data|biometric id|biometric template|fingerprint template|face encoding|face embedding|face id|faceprint|iris scan|retina scan|voiceprint|voice print|biometrie|fingerabdruck|gesichtserkennung|empreinte digitale|huella dactilar|huella|impronta digitale|指纹|人脸',
  ),
  about(
    'criminal-record',
    'criminal record',
    'free',
    'criminal record|criminal history|criminal conviction|criminal convictions|conviction|convictions|felony|offence|offense|arrest record|arrests|charges pending|sentence length|parole|vorstrafe|vorstrafen|führungszeugnis|strafregister|casier judiciaire|condamnation|antecedentes penales|condena|casellario giudiziale|precedenti penali|antecedentes criminais|strafblad|karalność|судимость|犯罪记录|前科',
  ),
  key(
    'column-password',
    'password of a table',
    'password',
    'password|passwd|passphrase|passcode|pass|pwd|pw|passwort|kennwort|mot de passe|contraseña|contrasena|senha|wachtwoord|lösenord|passord|adgangskode|salasana|hasło|heslo|jelszó|parolă|şifre|lozinka|пароль|лозинка|парола|密码|密碼|口令|パスワード|비밀번호|كلمة المرور|סיסמה|पासवर्ड|รหัสผ่าน|mật khẩu|kata sandi|secret|secret key|client secret|shared secret|temp password|initial password',
  ),
  key(
    'column-token',
    'token of a table',
    'token',
    'token|api key|api token|api secret|access token|auth token|refresh token|bearer token|access key|private key|secret access key|signing key|encryption key|webhook secret|totp secret|otp secret|session token|license key|licence key|credential|credentials|seed phrase|totp|recovery code|backup code|pat|login totp',
  ),
];
