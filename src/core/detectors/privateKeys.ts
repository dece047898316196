import type { Detector, Match, Verdict } from './detector';

/** Private keys in text form, whole or cut off, with the escapes and quotes that code puts around their lines. */
export const privateKeys: readonly Detector[] = [
  {
    id: 'secret/private-key',
    title: 'private key',
    severity: 'error',
    tier: 'certain',
    keywords: ['-----begin', '---- begin'],
    boundary: 'none',
    judged: true,
    pattern:
      /-{4,5} ?BEGIN (?<kind>(?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1) ?-{4,5}(?:(?:(?!-----|---- )[\s\S]){24,16000}(?:-{4,5} ?END (?:[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1) ?-{4,5})|(?:\s|\\[nrt]|["',]){1,40}(?:[A-Za-z0-9+/]{16,80}(?:\s|\\[nrt]|["',]){1,40}){0,200}[A-Za-z0-9+/]{16,80}={0,2})/,
    accept: judgeBody,
    hits: [
      '‹-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n{base64:64}\n{base64:40}==\n-----END RSA PRIVATE KEY-----›\n',
      '‹-----BEGIN OPENSSH PRIVATE KEY-----\r\n{base64:70}\r\n{base64:70}\r\n-----END OPENSSH PRIVATE KEY-----›',
      '{"private_key": "‹-----BEGIN PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n-----END PRIVATE KEY-----›\\n"}',
      "k = '‹-----BEGIN RSA PRIVATE KEY-----\\n' +\n  '{base64:64}\\n' +\n  '{base64:64}\\n' +\n  '-----END RSA PRIVATE KEY-----›';",
      '‹-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,{HEX:32}\n\n{base64:64}\n{base64:60}\n-----END RSA PRIVATE KEY-----›',
      '‹---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "x"\n{base64:70}\n{base64:70}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----›',
      '‹-----BEGIN OpenVPN Static key V1-----\n{hex:32}\n{hex:32}\n{hex:32}\n{hex:32}\n-----END OpenVPN Static key V1-----›',
      '‹-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n{base64:64}\n{base64:63}7›\n',
      '‹-----BEGIN PRIVATE KEY-----\n{base64:63}7›\n',
    ],
    misses: [
      '-----BEGIN PUBLIC KEY-----\n{base64:64}\n-----END PUBLIC KEY-----',
      "startsWith('-----BEGIN RSA PRIVATE KEY-----')",
      '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
      "'-----BEGIN PRIVATE KEY-----\\n' + chunk(base64, 64).join('\\n') + '\\n-----END PRIVATE KEY-----'",
      '-----BEGIN RSA PRIVATE KEY-----\n<your private key here, many lines of it>\n-----END RSA PRIVATE KEY-----',
      '-----BEGIN RSA PRIVATE KEY-----\n{base64:64}\n[REDACTED]\n-----END RSA PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----\\n${body.toString().match(/.{1,64}/g).join()}\\n-----END PRIVATE KEY-----',
    ],
  },
  {
    id: 'secret/private-key-rest',
    title: 'rest of a private key',
    severity: 'error',
    tier: 'certain',
    keywords: ['-----end', '---- end'],
    boundary: 'none',
    judged: true,
    pattern: /-{4,5} ?END (?:[A-Z0-9]{2,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/,
    accept: findLinesBefore,
    hits: [
      '‹{base64:64}\n{base64:64}\n{base64:40}==\n-----END RSA PRIVATE KEY-----›\n',
      'tail -n 2 key.pem\n‹{base64:64}\n-----END PRIVATE KEY-----›\n',
      '{"stdout": "‹{base64:64}\\n{base64:50}==\\n-----END PRIVATE KEY-----›\\n"}',
    ],
    misses: [
      '{base64:64}\n-----END CERTIFICATE-----',
      "endsWith('-----END RSA PRIVATE KEY-----')",
      '...\n-----END PRIVATE KEY-----',
      'The block closes with\n\n-----END PRIVATE KEY-----',
    ],
  },
];

/** A key that came in two parts, as when a file is read piece by piece: base64 in whole lines right before the mark of its end. */
function findLinesBefore({ text, start, end }: Match): Verdict | undefined {
  const before = text.slice(Math.max(0, start - furthestBack), start);
  const at =
    /(?:(?:(?<=\\[nrt])|(?<![A-Za-z0-9+/=\\-]))[A-Za-z0-9+/]{16,80}={0,2}(?:\s|\\{1,4}[nrt]|["',]){1,40}){1,64}$/.exec(
      before,
    )?.index;
  if (at === undefined || /BEGIN [\w ]{0,60}-{4,5}\s*$/.test(before.slice(0, at).replace(/\\[nrt]/g, ' ')))
    return undefined;
  const from = start - before.length + at;
  return (
    judgeBody({ value: text.slice(from, end) }) && {
      start: from,
      reason: "base64 before the mark of a private key's end",
    }
  );
}

const furthestBack = 4096;

/** Between its marks a key has base64 and nothing else, once escapes, quotes and its own headers are gone. */
function judgeBody({ value }: Pick<Match, 'value'>): Verdict | undefined {
  const body = value
    .replace(/-{4,5} ?(?:BEGIN|END) [\w ]{1,60}-{4,5}/g, '')
    .replace(/(?:Proc-Type|DEK-Info|Version|Comment|Subject|x-[\w-]{1,20}):[^\n\\]{0,100}/gi, '')
    .replace(/\\{1,4}[nrt]|&#x?[0-9a-f]{1,2};|<br ?\/?>|[\s"'`+,;\\|#>&.]/gi, '');
  const inside = body.replace(/[^A-Za-z0-9+/=]/g, '');
  if (inside.length < 40 || inside.length < body.length || /x{8}|redacted|example|(.)\1{15}/i.test(inside))
    return undefined;
  return new Set(inside).size < 12 ? undefined : { reason: 'the marks of a private key around base64' };
}
