import { judgePlaced } from '../judge/judgePlaced';
import { judgeValue } from '../judge/judgeValue';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { shellValue as value } from './shellValue';

/** A command's name does not begin within a word. */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt]))`;

/** What a command may have before the option that matters. */
const before = String.raw`(?:\.exe)?\s[^\n|;]{0,160}?(?<=\s)`;

/** Secrets on command lines, behind the options that commands take them by. */
export const commandLines: readonly Detector[] = [
  command(
    'command-password',
    [
      'sshpass',
      '-passin',
      '-passout',
      '-pass pass:',
      'ks-pass pass:',
      'key-pass pass:',
      'mysql',
      'mysqldump',
      'mysqladmin',
      'mariadb',
      'openssl passwd',
      '"mysql',
      "'mysql",
    ],
    String.raw`(?:sshpass\s{1,2}-p\s{0,2}|-pass(?:in|out)\s{1,2}\\?["']?pass:|(?:-|k[se]y?-)pass pass:\\?["']?|(?:mysql(?:dump|admin|import|show)?|mariadb(?:-dump)?)${before}-p(?!ort|rotocol|assword|lugin|rint|ipe|=)|["']mysql(?:dump|admin)?["'],[^\n]{0,160}?["']-p(?=[^"'\s]{3,80}["'])|openssl passwd\s(?:-\w{1,12}\s){0,4})`,
    [
      "sshpass -p '‹{alnum:10}7a!$›' ssh x",
      'openssl req -passin pass:‹{alnum:10}7a› -new',
      'openssl enc -aes-256-cbc -pass pass:‹{alnum:10}7a› -in x',
      'mysql -u root -p‹{alnum:10}7a› db',
      "mysqldump -h db -u root -p'‹{alnum:10}7a›' x > y",
    ],
    [
      'mysql -u root -p db',
      'mysql -h localhost --port 3306',
      'sshpass -p "$PASS" ssh x',
      'openssl req -passin file:{alnum:9}',
      'mysql -u root -p"${PASS}" db',
      'mysql --port=3306 --protocol=tcp',
    ],
  ),
  command(
    'login-password',
    [
      'docker login',
      'podman login',
      'az login',
      'az acr login',
      'oc login',
      'cf login',
      'registry login',
      'twine upload',
      'ncftpput',
      'ncftpget',
      'cqlsh ',
      'mongo -',
      'mongo ',
      'mongosh',
      'mongodump',
      'mongorestore',
      'mongoexport',
      'mongoimport',
      'psexec',
      'winexe',
      'rdesktop',
      'evil-winrm',
      'crackmapexec',
      'nxc ',
      'ibmcloud login',
      'argocd login',
      'jf rt',
      'sqoop',
    ],
    String.raw`${start}[A-Za-z][\w ]{1,24}?${before}-p\s{1,2}(?!\d{1,5}(?::\d{1,5})?(?:\/\w{3})?(?:\s|$))`,
    [
      'docker login -u bob -p ‹{alnum:10}7a› registry.{lower:6}.com',
      'PsExec64.exe \\\\10.0.0.1 -u acme\\bob -p ‹{alnum:10}7a› cmd',
      "az login --service-principal -u {hex:8} -p '‹{alnum:10}7a›' --tenant x",
      'mongo -u bob -p ‹{alnum:10}7a› --authenticationDatabase admin',
      'mongosh "mongodb://x" --username bob -p ‹{alnum:10}7a›',
    ],
    [
      'docker login -u "$U" -p "$P"',
      'docker login then docker run -p 8080:80 nginx',
      'mongo -u bob -p --host x',
      'mongodump -p {{ password }}',
    ],
  ),
  command(
    'utility-password',
    [
      'sqlcmd',
      'osql ',
      'bcp ',
      'tsql ',
      'ipmitool',
      'zip -',
      'unzip -',
      'redis-cli',
      'ldapsearch',
      'ldapadd',
      'ldapmodify',
      'ldapdelete',
      'ldappasswd',
      'ldapwhoami',
      'schtasks',
      'xfreerdp',
      '7z ',
      '7za ',
      'openssl enc',
      '-storepass',
      '-keypass',
      '-srcstorepass',
      '-deststorepass',
    ],
    String.raw`${start}(?:(?:sqlcmd|osql|bcp|tsql|ipmitool|(?:un)?zip)${before}-P\s{0,2}|redis-cli${before}-a\s{1,2}|ldap\w{3,8}${before}-w\s{1,2}|schtasks${before}\/rp\s{1,2}|xfreerdp${before}\/p:|7za?${before}-p(?!m[xmtsa])|openssl enc${before}-k\s{1,2}|-(?:store|key|srcstore|deststore)pass\s{1,2}(?!changeit|file|env))`,
    [
      'sqlcmd -S db -U sa -P ‹{alnum:10}7a› -Q "select 1"',
      "unzip -P '‹{alnum:10}7a›' x.zip",
      'redis-cli -h cache -a ‹{alnum:10}7a› ping',
      'ldapsearch -x -D cn=admin -w ‹{alnum:10}7a› -b dc=x',
      '7z x -p‹{alnum:10}7a› a.7z',
      'keytool -genkey -storepass ‹{alnum:10}7a›',
    ],
    [
      'zip -r {alnum:9}.zip dir',
      '7z a -pmx=9 x.7z',
      'redis-cli -a "$REDIS_PASSWORD" ping',
      'sqlcmd -S db -E',
      'keytool -list -storepass changeit',
      'scp -P 2222 a b',
    ],
  ),
  command(
    'user-and-password',
    ['smbclient', 'rpcclient', 'lftp ', 'rman ', 'net use', 'net user', 'htpasswd', 'rabbitmqctl'],
    String.raw`${start}(?:(?:smb|rpc)client${before}-U\s{0,2}["']?[\w.\\/-]{1,40}%|lftp${before}-u\s{1,2}["']?[\w.@-]{1,40},|[nN][eE][tT] [uU][sS][eE]\s[^\n|;]{0,80}?\/[uU][sS][eE][rR]:\S{1,60}[ \t]{1,2}(?![/*])|[nN][eE][tT] [uU][sS][eE]\s[^\n|;]{0,80}?\s(?=\S{3,40}\s{1,3}[^\n|;]{0,30}\/user:)(?!\/|\\|\w:)|[nN][eE][tT] [uU][sS][eE][rR]\s(?:\/\w{2,8}\s){0,2}[^\s|;/]{1,40}\s{1,2}(?!\/)|htpasswd\s[^\n|;]{0,20}-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s[^\n|;]{1,80}?\s["']?[\w.@-]{1,40}["']?\s{1,2}(?=["']?[^\s"']{3,60}["']?\s{0,2}(?:[|;&\n\\]|$))|rabbitmqctl\s[^\n|;]{0,30}?(?:add_user|change_password)\s{1,2}["']?[\w.@-]{1,40}["']?\s{1,2})`,
    [
      'smbclient //nas/share -U bob%‹{alnum:10}7a›',
      'lftp -u bob,‹{alnum:10}7a› ftp.{lower:6}.com',
      'rabbitmqctl add_user bob ‹{alnum:10}7a›',
      'htpasswd -b -c .htpasswd bob ‹{alnum:10}7a›\n',
      'net use Z: \\\\nas\\share ‹{alnum:10}7a› /user:bob',
      'net user bob ‹{alnum:10}7a› /add',
      'NET USE \\\\srv\\c$ /user:acme\\bob ‹{alnum:10}7a›',
    ],
    [
      'sqlplus / as sysdba',
      'net use Z: \\\\nas\\share /persistent:yes',
      'net user bob * /add',
      'htpasswd -c .htpasswd bob',
      'smbclient -U bob //nas/share',
    ],
  ),
  placed('sqlplus-password', 'password on a command line', {
    at: ['sqlplus', 'sqlldr', 'expdp', 'impdp', 'cx_oracle.connect(', 'oracledb.connect(', 'jdbc:oracle:'],
    pattern:
      /(?:(?:sqlplus|sqlldr|expdp|impdp)\s(?:-\w{1,6}\s){0,3}\\?["']?|connect\(\s?["']|(?:cx_oracle|oracledb)\.connect\(\s{0,2}["']|jdbc:oracle:\w{3,4}:)[\w#$]{1,30}\/\\?["']?(?<secret>[^\s"'@/;<>(){}\\$&%]{3,60})(?=\\?["']?(?:@|\s|$)|\\?["'])/i,
    says: "it follows a user's name and a slash, as Oracle has it",
    hits: [
      'sqlplus scott/‹{alnum:10}7a›@orcl',
      'sqlplus -s system/"‹{alnum:10}7a›"@//db:1521/x',
      "cx_Oracle.connect('scott/‹{alnum:10}7a›@db/orcl')",
      'url=jdbc:oracle:thin:scott/‹{alnum:10}7a›@//db:1521/x',
    ],
    misses: ['sqlplus user/password@orcl', 'jdbc:oracle:thin:@//db/orcl', 'sqlplus ${user}/${pass}@db'],
  }),
  {
    ...placed('curl-password', 'password on a command line', {
      at: ['curl', '--user', '--proxy-user', 'http -a', 'https -a'],
      pattern:
        /(?:curl(?:\.exe)?\s(?:[^\n]{0,300}?\s)?(?:-[a-zA-Z]{0,6}[uU]\s{0,2}|--(?:proxy-)?user[\s=]{1,2})|https?\s-a\s|--(?:proxy-)?user[\s=]{1,2})(?:\\?["'])?(?:(?<user>[\w.@+%-]{1,60}):(?<secret>(?<='[^'\s]{1,70})[^'\s\\]{3,100}(?=')|[^\s"'`\\$<>{}()|;]{3,100}(?=\\?["'\s]|\\n|$))|(?<token>[\w.-]{16,80}):(?=\\?["'\s]|\\n|$))/,
      says: 'a command takes its password there',
      hits: [
        'curl -u admin:‹{alnum:10}7a› https://{lower:6}.com',
        "curl -s -X POST --user 'bob:‹{alnum:10}7a!$›' https://x",
        'curl -x http://p -U bob:‹{alnum:10}7a› https://x',
        'curl -u ‹{hex:32}›: https://x',
        'http -a bob:‹{alnum:10}7a› x',
      ],
      misses: [
        'curl -u $USER:$PASS https://{lower:6}.com',
        'curl http://localhost:8080/x',
        'curl -u user:password x',
        'curl -u "${U}:${P}" x',
        'docker run --user 1000:1000 x',
        'curl -U user x:{alnum:9}',
      ],
    }),
    accept: judgeCurl,
  },
  {
    ...placed('snmp-password', 'password on a command line', {
      at: ['snmpwalk', 'snmpget', 'snmpset', 'snmpbulkwalk', 'snmptrap'],
      pattern: new RegExp(`snmp\\w{3,8}${before}-[AX]\\s{1,2}${value}`),
      says: 'a command takes its password there',
      hits: [
        'snmpwalk -v3 -u bob -A ‹{alnum:10}7a› host',
        "snmpget -v3 -A '‹{alnum:10}7a›' host",
        'snmpset -l authPriv -a SHA -A ‹{alnum:10}7a› -x AES -X ‹{alnum:11}7b› host',
      ],
      misses: ['snmpwalk -v2c -c public host', 'snmpwalk -A $PASS host', 'snmpget -v3 -a SHA host'],
    }),
    accept: judgeSnmp,
  },
];

function command(
  name: string,
  at: readonly string[],
  option: string,
  hits: readonly string[],
  misses: readonly string[],
): Detector {
  const pattern = new RegExp(`${option}${value}`);
  return placed(name, 'password on a command line', {
    at,
    pattern,
    says: 'a command takes its password there',
    hits,
    misses,
  });
}

/** One password signs, another one encrypts. */
function judgeSnmp({ value: first, text, end }: Match): Verdict | undefined {
  const verdict = judgePlaced(first, 'a command takes its password there');
  const other = /^[^\n|;]{0,80}?\s-[AX]\s{1,2}\\?["']?(?<secret>[^\s"'`|;<>$\\(){}]{3,80})/.exec(
    text.slice(end, end + 180),
  );
  const second = other?.groups?.secret;
  if (!verdict || !other || !second || !judgePlaced(second, '')) return verdict;
  const until = end + other[0].length;
  return { ...verdict, also: [{ start: until - second.length, end: until }] };
}

/** A token may stand as the user, with no password behind its colon; `--user 1000:1000` is a user's number. */
function judgeCurl({ text, end, groups }: Match): Verdict | undefined {
  const secret = groups.secret ?? groups.token ?? '';
  if (/^\d{1,5}$/.test(secret) || secret === groups.user || secret.includes('://')) return undefined;
  if (groups.secret !== undefined) return judgePlaced(secret, 'a command takes its password there');
  const verdict =
    judgeValue(secret).shape === 'random' ? judgePlaced(secret, 'a command takes its token there') : undefined;
  const start = text.lastIndexOf(secret, end);
  return verdict && { ...verdict, start, end: start + secret.length };
}
