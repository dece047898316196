import { japanese, luhn, singaporean, sriLankan, taiwanese, weighted, zealandHealth } from './checks';
import { id, type StateId } from './stateId';

/** Numbers of people in southern, eastern and south-eastern Asia, and Oceania. */
export const asia: readonly StateId[] = [
  id(
    'in-aadhaar',
    'Indian Aadhaar number',
    'aadhaar|aadhar|adhaar|uidai|आधार|आधार नंबर|आधार संख्या|ஆதார்|ఆధార్|আধার|uid|indian digital resident',
    '[2-9]999 9999 9999',
    'aadhaar',
  ),
  id(
    'in-vid',
    'Indian virtual identity number',
    'aadhaar vid|vid|virtual id|virtual identity',
    '[2-9]999 9999 9999 9999',
    'vid',
  ),
  id(
    'in-pan',
    'Indian PAN',
    'pan card|pan number|pan no|pan num|permanent account|पैन|पैन कार्ड|पैन नंबर|income tax identifier|pan',
    'AAA[ABCFGHJLPT]A9999A',
    /^[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]$/,
  ),
  id('in-epic', 'Indian voter number', 'epic|voter id|electoral photo|epic no|मतदाता', 'AAA9999999', 'epic'),
  id('in-uan', 'Indian provident fund number', 'uan|universal account number', '1[0-9]{11}'),
  id(
    'pk-cnic',
    'Pakistani CNIC',
    'cnic|nicop|nadra|شناختی کارڈ|nic number|computerized national',
    '99999-9999999-9',
    'cnic',
  ),
  id('pk-ntn', 'Pakistani tax number', 'ntn|national tax number', '9999999-?9', value => value.length >= 7),
  id(
    'bd-nid',
    'Bangladeshi NID',
    'nid|জাতীয় পরিচয়পত্র|এনআইডি|bangladeshi',
    '9{17}|9{13}|9{10}',
    /^(?:(?:19|20)\d{15}|\d{13}|[1-9]\d{9})$/,
  ),
  id(
    'lk-nic',
    'Sri Lankan NIC',
    'nic|nic no|nic number|ජාතික හැඳුනුම්පත|தேசிய அடையாள அட்டை|sri lankan',
    '9{9}[VX]|9{12}',
    sriLankan,
  ),
  id(
    'np-citizenship',
    'Nepali citizenship number',
    'नागरिकता|citizenship number|citizenship no|nepali citizenship',
    '99-99-99-99999|99-9{4,8}',
  ),
  id('mv-id', 'Maldivian identity number', 'maldives id|maldivian id|nid card', 'A[0-9]{6}'),
  id('bt-cid', 'Bhutanese identity number', 'bhutan cid|cid number|citizenship identity', '1[0-9]{10}'),
  id(
    'cn-resident-id',
    'Chinese resident id',
    'shenfenzheng|sfz|sfzh|身份证|身分证|身份證|身分證|身份证号|身份证号码|公民身份号码|居民身份证|resident id|resident identity|ric no|ric|chinese id',
    '[1-9]99999 [12]9999999 999[0-9X]',
    'ric',
  ),
  id(
    'tw-id',
    'Taiwanese identity number',
    '身分證|身份證|身分證字號|身份證字號|國民身分證|居留證|natid|taiwanese id|taiwan id|arc number',
    'A[1289A-D]99999999',
    taiwanese,
  ),
  id('tw-tax-code', 'Taiwanese tax number', '統一證號|稅籍編號|taiwan tax', '9{8}[A-Z]{2}|[9]9{6}', 'tax_code'),
  id(
    'hk-id',
    'Hong Kong identity card',
    'hkid|hong kong id|身份證|香港身份證|hk id|hkic|身份證號碼|hong kong identity',
    'A{1,2}999999 \\(?[0-9A]\\)?',
    'hkid',
  ),
  id(
    'mo-id',
    'Macau identity card',
    'bir macau|macau id|澳門身份證|澳門居民身份證',
    '[1578]/?999999/?(?:\\(?[0-9]\\)?)',
  ),
  id(
    'kr-rrn',
    'Korean resident number',
    'rrn|주민등록번호|주민번호|주민등록|resident registration|jumin|south korean resident',
    '999999-[0-9]999999',
    value => korean(value),
  ),
  id(
    'kr-arc',
    'Korean alien registration number',
    '외국인등록번호|외국인 등록번호|alien registration',
    '999999-[5-8]999999',
    value => korean(value),
  ),
  id(
    'jp-my-number',
    'Japanese My Number',
    'my number|mynumber|マイナンバー|個人番号|kojin bango|kojin bangou|individual number|japanese individual',
    '9999 9999 9999',
    japanese,
  ),
  id(
    'jp-residence-card',
    'Japanese residence card',
    '在留カード|在留カード番号|residence card|zairyu card|zairyu',
    'AA99999999AA',
  ),
  id('jp-licence', 'Japanese driving licence', '運転免許|運転免許証|免許証番号|免許証', '9{12}'),
  id('jp-pension', 'Japanese pension number', '基礎年金番号|年金番号|pension number', '9999-999999'),
  id(
    'th-id',
    'Thai identity number',
    'thai id|บัตรประชาชน|เลขบัตรประชาชน|เลขประจำตัวประชาชน|บัตรประจำตัวประชาชน|เลขบัตร|เลขประจำตัวผู้เสียภาษี|citizen id|thai national|thai citizen|thailand taxpayer',
    '[1-8]-9999-99999-99-9',
    'idnr',
  ),
  id('sg-nric', 'Singaporean NRIC', 'nric|fin number|fin no|fin|nric/fin|singapore id', '[STFGM]9999999A', singaporean),
  id(
    'my-nric',
    'Malaysian MyKad',
    'mykad|nric|kad pengenalan|no kp|ic number|ic no|no ic|nombor kad pengenalan|mypr|malaysian national',
    '999999-99-9999',
    value => malaysian(value),
  ),
  id(
    'id-nik',
    'Indonesian NIK',
    'nik|ktp|nomor induk kependudukan|no ktp|nomor ktp|e ktp|indonesian id',
    '9{16}',
    /^(?:1[1-9]|2[1]|[3-9]\d)\d{4}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/,
  ),
  id(
    'id-npwp',
    'Indonesian NPWP',
    'npwp|nomor pokok wajib pajak|indonesian vat|indonesian tax',
    '99.999.999.9-999.999',
    'npwp',
  ),
  id('ph-sss', 'Philippine social security number', 'sss number|sss no|sss|philippine social security', '99-9999999-9'),
  id(
    'ph-philsys',
    'Philippine identity number',
    'philsys|philid|pcn|psn|philippine identification',
    '9999-9999-9999-9999|9999-9999-9999',
  ),
  id('ph-tin', 'Philippine tax number', 'tin ph|philippine tin|bir tin', '999-999-999(?:-9{3,5})?', value =>
    /^[0-9]\d{8}(?:\d{3}|\d{5})?$/.test(value),
  ),
  id('ph-philhealth', 'Philippine health number', 'philhealth|philhealth number|pin', '99-999999999-9'),
  id('ph-umid', 'Philippine multi-purpose id', 'umid|crn|pag ibig|pagibig', '9999-9999999-9|9999-9999-9999'),
  id(
    'vn-cccd',
    'Vietnamese citizen number',
    'cccd|cmnd|căn cước|căn cước công dân|số căn cước|số định danh|citizen identity|vietnamese id',
    '09{11}',
    vietnamese,
  ),
  id('vn-cmnd', 'Vietnamese identity card', 'cmnd|chứng minh nhân dân|chứng minh thư|số cmnd', '9{9}'),
  id('vn-tax-id', 'Vietnamese tax number', 'mst|mã số thuế|vietnamese tax', '9{10}(?:-9{3})?', 'mst'),
  id('kh-id', 'Cambodian identity number', 'អត្តសញ្ញាណប័ណ្ណ|khmer id|cambodian id', '9{9}|9{10}'),
  id(
    'mm-nrc',
    'Burmese registration number',
    'nrc|nrc no|မှတ်ပုံတင်|myanmar nrc',
    '9{1,2}/[A-Za-z]{3,9}\\(?[NPECT]\\)? ?9{6}',
  ),
  id(
    'mn-registration',
    'Mongolian registration number',
    'регистрийн дугаар|регистр|mongolian registration',
    '[ЖА-ЯӨҮЁ]{2}9{8}',
    value => /\d{2}(?:0[1-9]|1[0-2]|2[1-9]|3[0-2])(?:0[1-9]|[12]\d|3[01])\d\d$/.test(value),
  ),
  id('au-tfn', 'Australian tax file number', 'tfn|tax file|australian tax', '999 999 99[0-9]?', 'tfn'),
  id(
    'au-medicare',
    'Australian Medicare number',
    'medicare|medicare card|medicare no',
    '[2-6]999 99999 9(?:[ /-]?9)?',
    value => weighted([1, 3, 7, 9, 1, 3, 7, 9], 10)(value),
  ),
  id(
    'au-ihi',
    'Australian health identifier',
    'ihi|individual healthcare identifier|healthcare identifier',
    '8003 6[0-9]99 9999 9999',
    luhn,
  ),
  id(
    'nz-ird',
    'New Zealand IRD number',
    'ird|ird number|inland revenue|te tari taake',
    '99-999-999|999-999-999',
    'ird',
  ),
  id(
    'nz-nhi',
    'New Zealand NHI number',
    'nhi|nhi number|national health index',
    '[A-HJ-NP-Z]{3}9999|[A-HJ-NP-Z]{3}99[A-HJ-NP-Z]{2}',
    zealandHealth,
  ),
];

/** Since October 2020 new numbers have no checksum; the date and the century's digit stay. */
function korean(value: string): boolean {
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4, 6));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  const foreign = /^.{6}[5-8]/.test(value) ? 2 : 0;
  return (((11 - (sum % 11)) % 10) + foreign) % 10 === Number(value[12]) || /^2[0-9].{4}[3478]/.test(value);
}

/** Birth date and a place that is given out; there is no checksum. */
function malaysian(value: string): boolean {
  const month = Number(value.slice(2, 4));
  const day = Number(value.slice(4, 6));
  const place = Number(value.slice(6, 8));
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    place >= 1 &&
    !/^(?:1[7-9]|20|6[9]|70|73|80|81|9[4-7])$/.test(value.slice(6, 8))
  );
}

const provinces =
  '001|002|004|006|008|010|011|012|014|015|017|019|020|022|024|025|026|027|030|031|033|034|035|036|037|038|040|042|044|045|046|048|049|051|052|054|056|058|060|062|064|066|067|068|070|072|074|075|077|079|080|082|083|084|086|087|089|091|092|093|094|095|096';

/** Province, sex and century, two digits of the year, six more. */
function vietnamese(value: string): boolean {
  return provinces.split('|').includes(value.slice(0, 3));
}
