import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Draw } from './draw';
import { drawDigits, intoDigits } from './numbers';

/**
 * A phone number in the same spelling, from the range that its country sets aside for films and books where there is one
 * (calling codes 1, 33, 44, 46, 49, 61, 353), else of the same plan, country and prefix.
 */
export function phoneLike(value: string, draw: Draw): string {
  const [all = '', extension = ''] = /\s*(?:x|ext\.?)\s*\d+$/i.exec(value) ? splitExtension(value) : [value, ''];
  const parts = partsOf(all);
  const national = fictionalNumber(parts.code, parts.national, draw) ?? samePlan(parts, draw);
  const digits = intoDigits(all, parts.before + national);
  return digits + extension.replace(/\d/g, () => String(draw.below(10)));
}

function splitExtension(value: string): [string, string] {
  const at = value.search(/\s*(?:x|ext\.?)\s*\d+$/i);
  return [value.slice(0, at), value.slice(at)];
}

/** Calling code, and digits as written: `before` is the calling code with its prefix and a trunk zero. */
interface Parts {
  readonly code: string;
  readonly before: string;
  readonly national: string;
}

function partsOf(value: string): Parts {
  const digits = value.replace(/\D/g, '');
  const international = value.startsWith('+') ? '' : /^(?:00|011)(?=[1-9])/.exec(digits)?.[0];
  if (international !== undefined) {
    const rest = digits.slice(international.length);
    const code = callingCode(rest);
    const trunk = /\(0\)/.test(value) ? '0' : '';
    const before = international + code + trunk;
    return { code, before, national: digits.slice(before.length) };
  }
  if (/^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits))
    return { code: '1', before: digits.slice(0, -10), national: digits.slice(-10) };
  if (/^0[1-9]\d{8}$/.test(digits) && /^0\d([ .-]\d\d){4}$/.test(value))
    return { code: '33', before: '0', national: digits.slice(1) };
  if (/^0[1237]\d{9}$/.test(digits) && /^\(?0\d{2,4}\)? /.test(value))
    return { code: '44', before: '0', national: digits.slice(1) };
  const trunk = digits.startsWith('0') ? '0' : '';
  return { code: '', before: trunk, national: digits.slice(trunk.length) };
}

function callingCode(digits: string): string {
  const parsed = parsePhoneNumberFromString(`+${digits}`)?.countryCallingCode;
  return parsed ?? (/^[17]/.test(digits) ? digits.slice(0, 1) : digits.slice(0, 2));
}

/** `#` is any digit. Sources: NANPA; Ofcom, numbers for drama; ARCEP; BNetzA, Drama Numbers; ACMA; PTS; ComReg. */
const fictional: Readonly<Record<string, readonly string[]>> = {
  '33': ['19900####', '26191####', '35301####', '46571####', '53649####', '63998####'],
  '44': [
    ...[
      '207946',
      '113496',
      '114496',
      '115496',
      '116496',
      '117496',
      '118496',
      '121496',
      '131496',
      '141496',
      '151496',
      '161496',
      '191498',
    ].map(it => `${it}0###`),
    '7700900###',
    '3069990###',
    '1632960###',
  ],
  '46': ['8465004##', '3139006##', '4062804##', '7017406##'],
  '49': ['3023125###', '6990009###', '4066969###', '2214710###', '8999998###', '17139200##', '176040690##'],
  '61': ['25550####', '35550####', '75550####', '85550####', '27010####', '37010####', '77010####', '87010####'],
  '353': ['2091#####'],
};

/** Area codes of North America, for the numbers 555-0100 to 555-0199 in each of them. */
const areas =
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 330 331 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 425 430 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864 865 870 878 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989'.split(
    ' ',
  );

function fictionalNumber(code: string, national: string, draw: Draw): string | undefined {
  if (code === '1') return national.length === 10 ? `${draw.pick(areas)}55501${drawDigits(draw, 2)}` : undefined;
  const fit = (fictional[code] ?? []).filter(it => it.length === national.length);
  // A mobile stays one where there is a range for mobiles.
  const same = fit.filter(it => it[0] === national[0]);
  const range = fit.length > 0 ? draw.pick(same.length > 0 && draw.below(4) > 0 ? same : fit) : undefined;
  return range?.replace(/#/g, () => String(draw.below(10)));
}

/** The country's code and the first digits stay; a few tries find a number that the plan allows. */
function samePlan({ code, national }: Parts, draw: Draw): string {
  const kept = national.slice(0, Math.min(3, national.length >> 1));
  let made = '';
  for (let attempt = 0; attempt < 12; attempt++) {
    made = kept + drawDigits(draw, national.length - kept.length);
    if (code === '' || parsePhoneNumberFromString(`+${code}${made}`)?.isValid()) return made;
  }
  return made;
}
