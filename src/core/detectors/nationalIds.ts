import { stdnum } from 'stdnum';
import { luhn } from './checksum';
import type { Detector } from './detector';
import { identity } from './identity';

/** Numbers by which states know a person, country by country; checksums are stdnum's. */
export const nationalIds: readonly Detector[] = [
  id(
    'us-ssn',
    'US social security number',
    'ssn|social security|soc sec',
    String.raw`\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{9}`,
    '{digit:3}-{digit:2}-{digit:4}',
    stdnum.US?.ssn,
  ),
  id(
    'us-itin',
    'US taxpayer number',
    'itin|taxpayer id|individual taxpayer',
    String.raw`9\d{2}-?[5-9]\d-?\d{4}`,
    '9{digit:2}-7{digit:1}-{digit:4}',
    /^9\d{2}-?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])-?\d{4}$/,
  ),
  id(
    'ca-sin',
    'Canadian social insurance number',
    'sin number|sin|social insurance|numero d assurance sociale|nas',
    String.raw`\d{3}[ -]?\d{3}[ -]?\d{3}`,
    '{digit:3}-{digit:3}-{digit:3}',
    stdnum.CA?.sin,
  ),
  id(
    'mx-curp',
    'Mexican CURP',
    'curp|clave unica',
    String.raw`[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d`,
    'GOAA8{digit:1}0{digit:1}1{digit:1}HDFR{upper:2}0{digit:1}',
    stdnum.MX?.curp,
  ),
  id(
    'mx-rfc',
    'Mexican RFC',
    'rfc|registro federal',
    String.raw`[A-Z&Ñ]{3,4}\d{6}[A-Z0-9]{3}`,
    'GOAA8{digit:1}0{digit:1}1{digit:1}{uppernum:3}',
    stdnum.MX?.rfc,
  ),
  id(
    'br-cpf',
    'Brazilian CPF',
    'cpf|cadastro de pessoas',
    String.raw`\d{3}\.?\d{3}\.?\d{3}-?\d{2}`,
    '{digit:3}.{digit:3}.{digit:3}-{digit:2}',
    stdnum.BR?.cpf,
  ),
  id(
    'ar-dni',
    'Argentine DNI',
    'dni|documento nacional',
    String.raw`\d{2}\.?\d{3}\.?\d{3}`,
    '{digit:2}.{digit:3}.{digit:3}',
    stdnum.AR?.dni,
  ),
  id(
    'ar-cuit',
    'Argentine CUIT or CUIL',
    'cuit|cuil',
    String.raw`\d{2}-?\d{8}-?\d`,
    '20-{digit:8}-{digit:1}',
    stdnum.AR?.cuit,
  ),
  id(
    'cl-rut',
    'Chilean RUT',
    'rut|run|rol unico',
    String.raw`\d{1,2}\.?\d{3}\.?\d{3}-[\dK]`,
    '1{digit:1}.{digit:3}.{digit:3}-{digit:1}',
    stdnum.CL?.rut,
  ),
  id(
    'co-nit',
    'Colombian NIT or cédula',
    'nit|cedula de ciudadania|cedula ciudadania',
    String.raw`\d{3}\.?\d{3}\.?\d{3}-?\d`,
    '{digit:3}.{digit:3}.{digit:3}-{digit:1}',
    stdnum.CO?.nit,
  ),
  id('ec-ci', 'Ecuadorian cédula', 'cedula|ci', String.raw`\d{9}-?\d`, '17{digit:8}', stdnum.EC?.ci),
  id(
    'uy-cedula',
    'Uruguayan cédula',
    'cedula de identidad|cedula',
    String.raw`\d\.?\d{3}\.?\d{3}-?\d`,
    '{digit:1}.{digit:3}.{digit:3}-{digit:1}',
    stdnum.UY?.cedula,
  ),
  id(
    'do-cedula',
    'Dominican cédula',
    'cedula',
    String.raw`\d{3}-?\d{7}-?\d`,
    '001-{digit:7}-{digit:1}',
    stdnum.DO?.cedula,
  ),
  id('pe-dni', 'Peruvian DNI', 'dni|cui', String.raw`\d{8}-?[\dA-K]`, '{digit:8}-{digit:1}', stdnum.PE?.cui),
  id('ve-rif', 'Venezuelan RIF', 'rif', String.raw`[VEJPG]-?\d{8}-?\d`, 'V-{digit:8}-{digit:1}', stdnum.VE?.rif),
  id(
    'gb-nino',
    'UK national insurance number',
    'nino|national insurance|ni number|ni no',
    String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]`,
    'AB {digit:2} {digit:2} {digit:2} C',
    stdnum.GB?.nino,
  ),
  id(
    'gb-nhs',
    'UK NHS number',
    'nhs|nhs number',
    String.raw`\d{3}[ -]?\d{3}[ -]?\d{4}`,
    '{digit:3} {digit:3} {digit:4}',
    nhs,
  ),
  id('gb-utr', 'UK taxpayer reference', 'utr|unique taxpayer', String.raw`\d{5} ?\d{5}`, '{digit:10}', stdnum.GB?.utr),
  id(
    'ie-pps',
    'Irish PPS number',
    'pps|ppsn|personal public service',
    String.raw`\d{7}[A-W][A-IW]?`,
    '{digit:7}{upper:1}',
    stdnum.IE?.pps,
  ),
  id(
    'de-tax-id',
    'German tax number',
    'steuer id|steueridentifikationsnummer|steuer identifikationsnummer|idnr|steuerliche identifikationsnummer|steueridnr|tax id|tin number',
    String.raw`\d{2} ?\d{3} ?\d{3} ?\d{3}`,
    '{digit:2} {digit:3} {digit:3} {digit:3}',
    stdnum.DE?.idnr,
  ),
  id(
    'de-social-security',
    'German social security number',
    'sozialversicherungsnummer|svnr|rentenversicherungsnummer|versicherungsnummer|sv nummer|social security',
    String.raw`\d{2} ?\d{6} ?[A-Z] ?\d{3}`,
    '15 0{digit:1}0{digit:1}6{digit:1} {upper:1} {digit:3}',
    stdnum.DE?.svnr,
  ),
  id(
    'de-id-card',
    'German identity card number',
    'personalausweis|personalausweisnummer|ausweisnummer|ausweis nr|identity card|id card',
    String.raw`[CFGHJKLMNPRTVWXYZ0-9]{9}\d`,
    'L{digit:8}{digit:1}',
    germanDocument,
  ),
  id(
    'fr-nir',
    'French social security number',
    'nir|insee|securite sociale|numero de securite sociale|num secu|secu|sécurité sociale',
    String.raw`[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}`,
    '2 55 08 14 {digit:3} {digit:3} {digit:2}',
    stdnum.FR?.nir,
  ),
  id(
    'fr-nif',
    'French tax number',
    'numero fiscal|nif|numéro fiscal|spi',
    String.raw`[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}`,
    '0{digit:12}',
    stdnum.FR?.nif,
  ),
  id(
    'es-dni',
    'Spanish DNI',
    'dni|nif|documento nacional|documento de identidad',
    String.raw`\d{8}[ -]?[A-HJ-NP-TV-Z]`,
    '{digit:8}{upper:1}',
    stdnum.ES?.dni,
  ),
  id(
    'es-nie',
    'Spanish NIE',
    'nie|numero de identidad de extranjero|numero de extranjero',
    String.raw`[XYZ]-?\d{7}-?[A-HJ-NP-TV-Z]`,
    'X{digit:7}{upper:1}',
    stdnum.ES?.nie,
  ),
  id(
    'es-nss',
    'Spanish social security number',
    'nss|seguridad social|naf',
    String.raw`\d{2}[ /-]?\d{8}[ /-]?\d{2}`,
    '28{digit:8}{digit:2}',
    stdnum.ES?.nss,
  ),
  id(
    'it-codice-fiscale',
    'Italian codice fiscale',
    'codice fiscale|cf|cod fiscale|cod fisc|fiscal code',
    String.raw`[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]`,
    'RSSMRA8{digit:1}T10A{digit:3}{upper:1}',
    stdnum.IT?.codicefiscale,
  ),
  id(
    'pt-nif',
    'Portuguese NIF',
    'nif|contribuinte|numero de identificacao fiscal|número de identificação fiscal',
    String.raw`\d{3} ?\d{3} ?\d{3}`,
    '2{digit:8}',
    stdnum.PT?.nif,
  ),
  id(
    'pt-citizen-card',
    'Portuguese citizen card',
    'cartao de cidadao|cartão de cidadão|cartao cidadao',
    String.raw`\d{8} ?\d ?[A-Z0-9]{2}\d`,
    '{digit:8} {digit:1} ZZ{digit:1}',
    stdnum.PT?.cc,
  ),
  id(
    'nl-bsn',
    'Dutch BSN',
    'bsn|burgerservicenummer|sofi nummer|sofinummer|burger service nummer',
    String.raw`\d{4}\.?\d{2}\.?\d{3}|\d{9}`,
    '{digit:9}',
    stdnum.NL?.bsn,
  ),
  id(
    'be-national-number',
    'Belgian national number',
    'rijksregisternummer|rijksregister|numero national|numéro national|numero de registre national|registre national|nrn|insz|niss|national number',
    String.raw`\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}`,
    '8{digit:1}.0{digit:1}.1{digit:1}-{digit:3}.{digit:2}',
    stdnum.BE?.nn,
  ),
  id(
    'at-social-security',
    'Austrian social security number',
    'sozialversicherungsnummer|svnr|sv nummer|versicherungsnummer|social security|vsnr',
    String.raw`\d{4} ?\d{6}`,
    '{digit:4}1{digit:1}0{digit:1}8{digit:1}',
    stdnum.AT?.vnr,
  ),
  id(
    'ch-ahv',
    'Swiss AHV number',
    'ahv|avs|ahv nr|ahvn13|sozialversicherungsnummer|numero avs|oasi|no avs',
    String.raw`756\.?\d{4}\.?\d{4}\.?\d{2}`,
    '756.{digit:4}.{digit:4}.{digit:2}',
    stdnum.CH?.ssn,
  ),
  id(
    'se-personnummer',
    'Swedish personnummer',
    'personnummer|person nr|personnr|samordningsnummer|personal number|personal identity number',
    String.raw`(?:19|20)?\d{6}[-+]?\d{4}`,
    '8{digit:1}0{digit:1}1{digit:1}-{digit:4}',
    swedish,
  ),
  id(
    'no-fodselsnummer',
    'Norwegian fødselsnummer',
    'fodselsnummer|fødselsnummer|personnummer|fnr|d nummer|national identity number|birth number',
    String.raw`\d{6} ?\d{5}`,
    '1{digit:1}0{digit:1}8{digit:1} {digit:5}',
    stdnum.NO?.fodselsnummer,
  ),
  id(
    'dk-cpr',
    'Danish CPR number',
    'cpr|cpr nummer|personnummer|cpr nr|personal id',
    String.raw`\d{6}[ -]?\d{4}`,
    '1{digit:1}0{digit:1}8{digit:1}-{digit:4}',
    stdnum.DK?.cpr,
  ),
  id(
    'fi-hetu',
    'Finnish personal identity code',
    'hetu|henkilotunnus|henkilötunnus|personbeteckning|personal identity code|sotu',
    String.raw`\d{6}[-+ABCDEFYXWVU]\d{3}[0-9A-FHJ-NPR-Y]`,
    '1{digit:1}0{digit:1}8{digit:1}-{digit:3}{uppernum:1}',
    stdnum.FI?.hetu,
  ),
  id(
    'is-kennitala',
    'Icelandic kennitala',
    'kennitala|kt|kennitalan',
    String.raw`\d{6}-?\d{4}`,
    '1{digit:1}0{digit:1}8{digit:1}-{digit:3}9',
    stdnum.IS?.kennitala,
  ),
  id(
    'pl-pesel',
    'Polish PESEL',
    'pesel',
    String.raw`\d{11}`,
    '8{digit:1}0{digit:1}1{digit:5}{digit:1}',
    stdnum.PL?.pesel,
  ),
  id(
    'pl-nip',
    'Polish NIP',
    'nip|numer identyfikacji podatkowej',
    String.raw`\d{3}-?\d{3}-?\d{2}-?\d{2}|\d{3}-\d{2}-\d{2}-\d{3}`,
    '{digit:3}-{digit:3}-{digit:2}-{digit:2}',
    stdnum.PL?.nip,
  ),
  id(
    'pl-id-card',
    'Polish identity card number',
    'dowod osobisty|dowód osobisty|dowodu osobistego|nr dowodu|seria i numer|id card',
    String.raw`[A-Z]{3} ?\d{6}`,
    'A{upper:2} {digit:6}',
    polishCard,
  ),
  id(
    'cz-rodne-cislo',
    'Czech rodné číslo',
    'rodne cislo|rodné číslo|rc|rodcis|birth number',
    String.raw`\d{6}/?\d{3,4}`,
    '8{digit:1}0{digit:1}1{digit:1}/{digit:4}',
    stdnum.SK?.rc,
  ),
  id(
    'sk-rodne-cislo',
    'Slovak rodné číslo',
    'rodne cislo|rodné číslo|rc|birth number',
    String.raw`\d{6}/?\d{3,4}`,
    '8{digit:1}0{digit:1}1{digit:1}/{digit:4}',
    stdnum.SK?.rc,
  ),
  id(
    'hu-personal-id',
    'Hungarian personal id',
    'szemelyi szam|személyi szám|szemelyi azonosito|személyi azonosító|szemelyi azonosito jel|personal id',
    String.raw`[1-8][ -]?\d{6}[ -]?\d{4}`,
    '1-8{digit:1}0{digit:1}1{digit:1}-{digit:4}',
    hungarian,
  ),
  id(
    'hu-taj',
    'Hungarian TAJ number',
    'taj|taj szam|taj szám|tarsadalombiztositasi',
    String.raw`\d{3}[ -]?\d{3}[ -]?\d{3}`,
    '{digit:3} {digit:3} {digit:3}',
    hungarianHealth,
  ),
  id(
    'hu-tax-id',
    'Hungarian tax number',
    'adoazonosito|adóazonosító|adoazonosito jel',
    String.raw`8\d{9}`,
    '8{digit:9}',
    value => weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9], 11),
  ),
  id(
    'ro-cnp',
    'Romanian CNP',
    'cnp|cod numeric personal',
    String.raw`[1-9]\d{12}`,
    '18{digit:1}0{digit:1}1{digit:1}{digit:6}',
    stdnum.RO?.cnp,
  ),
  id(
    'bg-egn',
    'Bulgarian EGN',
    'egn|егн|единен граждански номер',
    String.raw`\d{10}`,
    '8{digit:1}0{digit:1}1{digit:1}{digit:4}',
    stdnum.BG?.egn,
  ),
  id('hr-oib', 'Croatian OIB', 'oib|osobni identifikacijski broj', String.raw`\d{11}`, '{digit:11}', stdnum.HR?.oib),
  id(
    'si-emso',
    'Slovene EMŠO',
    'emso|emšo',
    String.raw`\d{13}`,
    '1{digit:1}0{digit:1}98{digit:1}50{digit:4}',
    stdnum.SI?.emso,
  ),
  id(
    'rs-jmbg',
    'JMBG of the former Yugoslavia',
    'jmbg|јмбг|maticni broj|матични број|umcn',
    String.raw`\d{13}`,
    '1{digit:1}0{digit:1}98{digit:1}71{digit:4}',
    stdnum.RS?.jmbg,
  ),
  id(
    'gr-amka',
    'Greek AMKA',
    'amka|αμκα',
    String.raw`\d{11}`,
    '1{digit:1}0{digit:1}8{digit:1}{digit:5}',
    stdnum.GR?.amka,
  ),
  id('gr-afm', 'Greek AFM', 'afm|αφμ|α.φ.μ.', String.raw`\d{9}`, '{digit:9}', stdnum.GR?.vat),
  id(
    'ee-isikukood',
    'Estonian isikukood',
    'isikukood|ik|personal code',
    String.raw`[1-8]\d{10}`,
    '38{digit:1}0{digit:1}1{digit:5}',
    stdnum.EE?.ik,
  ),
  id(
    'lt-asmens-kodas',
    'Lithuanian asmens kodas',
    'asmens kodas|personal code',
    String.raw`[1-9]\d{10}`,
    '38{digit:1}0{digit:1}1{digit:5}',
    stdnum.LT?.asmens,
  ),
  id(
    'lv-personas-kods',
    'Latvian personas kods',
    'personas kods|personal code|pk',
    String.raw`\d{6}-?\d{5}`,
    '1{digit:1}0{digit:1}8{digit:1}-1{digit:4}',
    stdnum.LV?.pvn,
  ),
  id(
    'lu-matricule',
    'Luxembourg matricule',
    'matricule|numero d identification national|matricule nationale',
    String.raw`(?:19|20)\d{11}`,
    '198{digit:1}0{digit:1}1{digit:6}',
    luxembourg,
  ),
  id('ru-inn', 'Russian INN', 'inn|инн', String.raw`\d{12}`, '77{digit:10}', stdnum.RU?.inn),
  id(
    'ru-snils',
    'Russian SNILS',
    'snils|снилс',
    String.raw`\d{3}-?\d{3}-?\d{3}[ -]?\d{2}`,
    '{digit:3}-{digit:3}-{digit:3} {digit:2}',
    snils,
  ),
  id(
    'ua-rnokpp',
    'Ukrainian taxpayer number',
    'rnokpp|рнокпп|ипн|іпн|ідентифікаційний код|ідентифікаційний номер',
    String.raw`\d{10}`,
    '3{digit:9}',
    stdnum.UA?.rntrc,
  ),
  id(
    'tr-kimlik',
    'Turkish identity number',
    'tc kimlik|tckn|kimlik no|kimlik numarasi|kimlik numarası|t.c. kimlik|tc no|tc',
    String.raw`[1-9]\d{10}`,
    '{digit:11}',
    stdnum.TR?.tckimlik,
  ),
  id(
    'il-id',
    'Israeli identity number',
    'teudat zehut|mispar zehut|תעודת זהות|ת.ז.|ת״ז|מספר זהות|israeli id|id number|tz',
    String.raw`\d{8}-?\d`,
    '{digit:9}',
    stdnum.IL?.idnr,
  ),
  id(
    'za-id',
    'South African identity number',
    'sa id|id number|identity number|rsa id|south african id|id no',
    String.raw`\d{6} ?\d{4} ?\d{3}`,
    '8{digit:1}0{digit:1}1{digit:1}{digit:4}08{digit:1}',
    stdnum.ZA?.idnr,
  ),
  id(
    'in-aadhaar',
    'Indian Aadhaar number',
    'aadhaar|aadhar|uidai|आधार|uid',
    String.raw`[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}`,
    '{digit:4} {digit:4} {digit:4}',
    stdnum.IN?.aadhaar,
  ),
  id(
    'in-pan',
    'Indian PAN',
    'pan card|pan number|pan no|permanent account|pan:|"pan|pan is|pan=',
    String.raw`[A-Z]{3}[PCHFATBLJGK][A-Z]\d{4}[A-Z]`,
    '{upper:3}P{upper:1}{digit:4}{upper:1}',
    stdnum.IN?.pan,
  ),
  id(
    'pk-cnic',
    'Pakistani CNIC',
    'cnic|nicop|nadra|national identity card',
    String.raw`\d{5}-?\d{7}-?\d`,
    '3{digit:4}-{digit:7}-{digit:1}',
    stdnum.PK?.cnic,
  ),
  id(
    'bd-nid',
    'Bangladeshi NID',
    'nid|জাতীয় পরিচয়পত্র|national id',
    String.raw`\d{17}|\d{13}`,
    '19{digit:15}',
    /^(?:(?:19|20)\d{15}|\d{13})$/,
  ),
  id(
    'lk-nic',
    'Sri Lankan NIC',
    'nic|national identity card',
    String.raw`\d{9}[VX]|(?:19|20)\d{10}`,
    '8{digit:1}{digit:7}V',
    sriLankan,
  ),
  id(
    'cn-resident-id',
    'Chinese resident id',
    'shenfenzheng|sfz|身份证|身分證|公民身份号码|resident id|id card|id number|id no',
    String.raw`[1-9]\d{5}(?:19|20)\d{9}[\dX]`,
    '11010119{digit:1}00{digit:1}1{digit:1}{digit:3}{digit:1}',
    stdnum.CN?.ric,
  ),
  id(
    'tw-id',
    'Taiwanese identity number',
    'national id|身分證|身份證字號|統一編號|id number|identity card',
    String.raw`[A-Z][1289A-D]\d{8}`,
    'A1{digit:8}',
    taiwanese,
  ),
  id(
    'hk-id',
    'Hong Kong identity card',
    'hkid|hong kong id|身份證|hk id|identity card',
    String.raw`[A-Z]{1,2}\d{6}\(?[\dA]\)?`,
    'A{digit:6}({digit:1})',
    stdnum.HK?.hkid,
  ),
  id(
    'kr-rrn',
    'Korean resident number',
    'rrn|주민등록번호|주민번호|resident registration|jumin',
    String.raw`\d{6}-?[1-8]\d{6}`,
    '8{digit:1}0{digit:1}1{digit:1}-1{digit:6}',
    stdnum.KR?.rrn,
  ),
  id(
    'jp-my-number',
    'Japanese My Number',
    'my number|mynumber|マイナンバー|個人番号|kojin bango|individual number',
    String.raw`\d{4}[ -]?\d{4}[ -]?\d{4}`,
    '{digit:4} {digit:4} {digit:4}',
    japanese,
  ),
  id(
    'th-id',
    'Thai identity number',
    'thai id|บัตรประชาชน|เลขประจำตัวประชาชน|national id|citizen id|id card',
    String.raw`[1-8][ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d`,
    '1-{digit:4}-{digit:5}-{digit:2}-{digit:1}',
    stdnum.TH?.idnr,
  ),
  id(
    'sg-nric',
    'Singaporean NRIC',
    'nric|fin number|identity card|fin no|nric/fin',
    String.raw`[STFGM]\d{7}[A-Z]`,
    'S{digit:7}{upper:1}',
    singaporean,
  ),
  id(
    'my-nric',
    'Malaysian MyKad',
    'mykad|nric|kad pengenalan|no kp|ic number|ic no|no ic',
    String.raw`\d{6}-?\d{2}-?\d{4}`,
    '8{digit:1}0{digit:1}1{digit:1}-14-{digit:4}',
    stdnum.MY?.nric,
  ),
  id(
    'id-nik',
    'Indonesian NIK',
    'nik|ktp|nomor induk kependudukan|no ktp',
    String.raw`\d{16}`,
    '3{digit:1}0{digit:1}0{digit:1}1{digit:1}0{digit:1}9{digit:1}{digit:4}',
    /^(?:1[1-9]|2[1]|[3-9]\d)\d{4}(?:0[1-9]|[1256]\d|[37][01]|4[1-9])(?:0[1-9]|1[0-2])\d{6}$/,
  ),
  id(
    'id-npwp',
    'Indonesian NPWP',
    'npwp|nomor pokok wajib pajak',
    String.raw`\d{2}\.?\d{3}\.?\d{3}\.?\d-?\d{3}\.?\d{3}`,
    '{digit:2}.{digit:3}.{digit:3}.{digit:1}-{digit:3}.{digit:3}',
    stdnum.ID?.npwp,
  ),
  id(
    'ph-philsys',
    'Philippine identity number',
    'philsys|philid|pcn|sss number|sss no|sss',
    String.raw`\d{4}-\d{4}-\d{4}-\d{4}|\d{2}-\d{7}-\d`,
    '{digit:2}-{digit:7}-{digit:1}',
    /^[\d-]+$/,
  ),
  id(
    'vn-cccd',
    'Vietnamese citizen number',
    'cccd|cmnd|can cuoc|căn cước|citizen identity',
    String.raw`0\d{11}`,
    '001{digit:1}9{digit:7}',
    /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-9]\d{8}$/,
  ),
  id(
    'au-tfn',
    'Australian tax file number',
    'tfn|tax file',
    String.raw`\d{3} ?\d{3} ?\d{2,3}`,
    '{digit:3} {digit:3} {digit:3}',
    stdnum.AU?.tfn,
  ),
  id(
    'au-medicare',
    'Australian Medicare number',
    'medicare',
    String.raw`[2-6]\d{3} ?\d{5} ?\d(?:[ /-]?\d)?`,
    '2{digit:3} {digit:5} {digit:1}',
    medicare,
  ),
  id(
    'nz-ird',
    'New Zealand IRD number',
    'ird|ird number|inland revenue',
    String.raw`\d{2,3}-?\d{3}-?\d{3}`,
    '{digit:2}-{digit:3}-{digit:3}',
    stdnum.NZ?.ird,
  ),
  id(
    'nz-nhi',
    'New Zealand NHI number',
    'nhi|national health index',
    String.raw`[A-HJ-NP-Z]{3}\d{4}`,
    'ZAC{digit:4}',
    zealandHealth,
  ),
  id(
    'ng-nin',
    'Nigerian NIN',
    'nin|national identification number|bvn',
    String.raw`\d{11}`,
    '{digit:11}',
    /^[1-9]\d{10}$/,
  ),
  id(
    'ke-id',
    'Kenyan identity number',
    'kenyan id|kra pin|huduma|kitambulisho',
    String.raw`\d{7,8}|A\d{9}[A-Z]`,
    '{digit:8}',
    /^(?:\d{7,8}|A\d{9}[A-Z])$/,
  ),
  id(
    'eg-national-id',
    'Egyptian national number',
    'egyptian id|الرقم القومي|رقم قومي|national id|national number',
    String.raw`[23]\d{13}`,
    '28{digit:1}0{digit:1}1{digit:1}01{digit:5}',
    /^[23]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/,
  ),
  id(
    'sa-national-id',
    'Saudi national id',
    'iqama|الهوية الوطنية|رقم الهوية|saudi id|national id',
    String.raw`[12]\d{9}`,
    '1{digit:9}',
    luhn,
  ),
  id(
    'ae-emirates-id',
    'Emirates ID',
    'emirates id|الهوية الإماراتية|eid',
    String.raw`784-?\d{4}-?\d{7}-?\d`,
    '784-19{digit:2}-{digit:7}-{digit:1}',
    luhn,
  ),
  id(
    'ir-national-id',
    'Iranian national code',
    'code melli|کد ملی|kod melli|national code',
    String.raw`\d{3}-?\d{6}-?\d`,
    '{digit:10}',
    iranian,
  ),
];

type Validator = { validate(value: string): { isValid: boolean } } | undefined;

function id(
  name: string,
  title: string,
  words: string,
  value: string,
  example: string,
  check: Validator | RegExp | ((value: string) => boolean),
): Detector {
  return identity({ name, title, words, value, example, valid: validOf(check) });
}

function validOf(check: Validator | RegExp | ((value: string) => boolean)): (value: string) => boolean {
  if (typeof check === 'function') return value => check(bareOf(value));
  if (check instanceof RegExp) return value => check.test(value.replace(/ /g, ''));
  // Some of stdnum's validators want the usual signs between, some want none.
  return value => check !== undefined && (check.validate(value).isValid || check.validate(bareOf(value)).isValid);
}

function bareOf(value: string): string {
  return value.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

// What stdnum lacks or reads differently; each is given letters and digits alone.

/** Sum of digits by weights, the last digit being the rest by a modulus; a rest of ten is no number. */
function weighted(value: string, weights: readonly number[], modulus: number): boolean {
  return sumOf(value, weights) % modulus === Number(value[weights.length]);
}

/** Each unit times its weight; letters count from ten. */
function sumOf(value: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * Number.parseInt(value[at] ?? '', 36), 0);
}

const fromTen = [10, 9, 8, 7, 6, 5, 4, 3, 2];

function nhs(value: string): boolean {
  return (11 - (sumOf(value, fromTen) % 11)) % 11 === Number(value[9]);
}

/** ICAO 9303: letters count from ten, weights 7, 3, 1. */
function germanDocument(value: string): boolean {
  if (!/[A-Z]/.test(value)) return false;
  return weighted(value, [7, 3, 1, 7, 3, 1, 7, 3, 1], 10);
}

function polishCard(value: string): boolean {
  return sumOf(value, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0;
}

function swedish(value: string): boolean {
  const short = value.slice(-10);
  const month = Number(short.slice(2, 4));
  const day = Number(short.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(short);
}

function hungarian(value: string): boolean {
  const month = Number(value.slice(3, 5));
  const sum = (weights: (at: number) => number) =>
    [...value.slice(0, 10)].reduce((total, digit, at) => total + Number(digit) * weights(at), 0) % 11;
  const last = Number(value[10]);
  return month >= 1 && month <= 12 && (sum(at => at + 1) === last || sum(at => 10 - at) === last);
}

function hungarianHealth(value: string): boolean {
  return weighted(value, [3, 7, 3, 7, 3, 7, 3, 7], 10);
}

/** Thirteen digits, birth date first; the last two are Luhn and Verhoeff digits, of which Luhn is checked. */
function luxembourg(value: string): boolean {
  const month = Number(value.slice(4, 6));
  return month >= 1 && month <= 12 && luhn(value.slice(0, 12));
}

function snils(value: string): boolean {
  return (sumOf(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9));
}

function sriLankan(value: string): boolean {
  const day = Number(value.length === 10 ? value.slice(2, 5) : value.slice(4, 7)) % 500;
  return day >= 1 && day <= 366;
}

const taiwaneseLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

function taiwanese(value: string): boolean {
  const first = taiwaneseLetters.indexOf(value[0] as string) + 10;
  const second = /[A-D]/.test(value[1] as string)
    ? taiwaneseLetters.indexOf(value[1] as string) % 10
    : Number(value[1]);
  const digits = [Math.floor(first / 10), first % 10, second, ...[...value.slice(2)].map(Number)];
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 0 || at === 10 ? 1 : 10 - at), 0);
  return first >= 10 && sum % 10 === 0;
}

function japanese(value: string): boolean {
  const sum = [...value.slice(0, 11)].reduce(
    (total, digit, at) => total + Number(digit) * (at < 5 ? 6 - at : 12 - at),
    0,
  );
  const rest = sum % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(value[11]);
}

function singaporean(value: string): boolean {
  const sum = sumOf(value.slice(1), [2, 7, 6, 5, 4, 3, 2]);
  const first = value[0] as string;
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0;
  const letters = first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : first === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK';
  const rest = (sum + offset) % 11;
  return letters[first === 'M' ? 10 - rest : rest] === value[8];
}

function medicare(value: string): boolean {
  return weighted(value, [1, 3, 7, 9, 1, 3, 7, 9], 10);
}

function zealandHealth(value: string): boolean {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const sum = [...value.slice(0, 6)].reduce(
    (total, unit, at) => total + (at < 3 ? letters.indexOf(unit) + 1 : Number(unit)) * (7 - at),
    0,
  );
  const rest = sum % 11;
  return rest !== 0 && (11 - rest) % 10 === Number(value[6]);
}

function iranian(value: string): boolean {
  const rest = sumOf(value, fromTen) % 11;
  return Number(value[9]) === (rest < 2 ? rest : 11 - rest);
}
