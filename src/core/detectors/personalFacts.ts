import type { Detector } from './detector';
import { identity } from './identity';

const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar|r)?|mar(?:ch|z|zo|s)?|apr(?:il)?|may|mai|mayo|jun[ei]?|jul[yi]?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?';

/** What says who or where a person is, told by the words before it. */
export const personalFacts: readonly Detector[] = [
  identity({
    name: 'date-of-birth',
    title: 'date of birth',
    words:
      'date of birth|dob|birth date|birthdate|birthday|born on|born|geburtsdatum|geboren|geb datum|geb|fecha de nacimiento|nacido|date de naissance|ne le|née le|né le|data di nascita|nato il|nata il|data de nascimento|geboortedatum|data urodzenia|fodselsdato|fødselsdato|fodelsedatum|födelsedatum|syntymaaika|syntymäaika|datum narozeni|datum narození|szuletesi datum|születési dátum|data nasterii|dogum tarihi|doğum tarihi|дата рождения|дата народження|出生日期|生年月日|생년월일|تاريخ الميلاد|जन्म तिथि|ngay sinh|ngày sinh|tanggal lahir',
    value: String.raw`(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[0-2]?\d)(?:T[\d:.]{5,12}Z?)?|(?:[0-2]?\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:(?:19|20)\d{2}|\d{2})|(?:0?[1-9]|1[0-2])[-/](?:[0-2]?\d|3[01])[-/](?:19|20)\d{2}|(?:[0-2]?\d|3[01])(?:st|nd|rd|th|\.)? (?:${months}),? (?:19|20)\d{2}|(?:${months})\.? (?:[0-2]?\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d{2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日`,
    example: '19{digit:1}4-0{digit:1}-1{digit:1}',
    valid: value => !/^(?:1970[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]1970|2000-01-01|1900-01-01)/.test(value),
  }),
  identity({
    name: 'salary',
    title: 'income',
    words:
      'salary|annual salary|base salary|earns|gehalt|jahresgehalt|verdient|salaire|salario|sueldo|stipendio|salário|salaris|wynagrodzenie|зарплата|年収|연봉',
    value: String.raw`[$€£¥]\s?[1-9]\d{1,2}(?:[.,'’ ]\d{3}){1,2}(?:[.,]\d{2})?|[$€£]\s?[1-9]\d{1,2}k|[1-9]\d{1,2}[.,'’ ]\d{3}(?:[.,]\d{2})?\s?(?:EUR|USD|GBP|CHF|Euro|€|\$|£)`,
    example: '$8{digit:1},{digit:3}',
    valid: value => /[1-9]/.test(value),
  }),
  identity({
    name: 'coordinates',
    title: 'coordinates of a place',
    words:
      'lat|lat lng|lat/lng|latitude|coordinates|geo|gps|location|latlng|lat lng|lnglat|position|breitengrad|koordinaten|coordenadas|coordonnees|coordonnées|coordinate',
    value: String.raw`-?\d{1,2}\.\d{3,15}(?:[^\d\n]{1,24}|[^\d]{1,16}(?:lon|lng|längengrad|laenge)[a-z]{0,8}[^\d\n]{1,6})-?\d{1,3}\.\d{3,15}|\d{1,2}°\s?\d{1,2}['′]\s?[\d.]{1,8}["″]?\s?[NS],?\s{0,2}\d{1,3}°\s?\d{1,2}['′]\s?[\d.]{1,8}["″]?\s?[EWO]`,
    example: '52.5{digit:4}, 13.4{digit:4}',
    valid: isOnEarth,
    digits: 6,
  }),
];

/** With four decimals, or fewer beside a word that says nothing else. */
function isOnEarth(value: string, around?: string): boolean {
  if (value.includes('°')) return true;
  // An address of a machine, a path of a picture.
  if (/^\d+(?:\.\d+){3}$/.test(value) || /\d[a-df-mo-ru-z]-?\d/i.test(value)) return false;
  if (around !== undefined && isOfMore(value, around)) return false;
  const exact = (value.match(/\.\d{4}/g) ?? []).length === 2;
  if (!exact && !(around !== undefined && /(?<![a-z])lat|latitude|gps|geo(?!m)|coord|koord/i.test(around)))
    return false;
  const [latitude = 91, longitude = 181] = (value.match(/-?\d{1,3}\.\d+/g) ?? []).map(Number);
  return (
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01)
  );
}

/** Two of the numbers in brackets that are more than a place has with its height. */
function isOfMore(value: string, around: string): boolean {
  const at = around.indexOf(value);
  const before = /[[(]([^[\]()\n]*)$/.exec(around.slice(0, at))?.[1];
  if (before === undefined) return false;
  if (/\d\.\d{1,17}[\s,;]{1,4}$/.test(before)) return true;
  const behind = /^(?:[\s,;]{1,4}-?\s?\d{1,6}\.\d+){1,2}/.exec(around.slice(at + value.length))?.[0] ?? '';
  const numbers = behind.match(/\.\d/g)?.length ?? 0;
  // Places in a room have three coordinates each.
  return (
    numbers > 1 ||
    (numbers === 1 && !/(?<![a-z])lat|latitude|gps|geo(?!m)|lng|lon(?![a-z])|coord|koord|point/i.test(around))
  );
}
