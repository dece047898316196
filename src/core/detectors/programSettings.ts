import type { Detector } from './detector';
import { placed } from './placed';
import { shellValue as value } from './shellValue';

/** Passwords that single programs and libraries take in a form of their own. */
export const programSettings: readonly Detector[] = [
  placed('constant-password', 'password of a setting', {
    at: ['security_credentials,', ...['password', 'passwd', 'passphrase'].flatMap(it => [`${it}, "`, `${it}, \\"`])],
    pattern:
      /(?<=(?<![\w.])(?!assert|expect|equal|verify|check)[a-z][\w.]{0,40}\(\s{0,4}[\w.]{0,60})(?:SECURITY_CREDENTIALS|PASSWORD|PASSWD|PASSPHRASE)\s?,\s{0,4}\\?"(?<secret>[^"\\\s]{4,100})\\?"\s?\)/,
    says: 'a constant that is called so comes before it',
    words: 'none',
    hits: [
      'env.put(Context.SECURITY_CREDENTIALS, "‹{alnum:9}7a›");',
      'options.set(Keys.DB_PASSWORD, "‹{alnum:9}7a›")',
      'builder.withSetting(PASSPHRASE, "‹{alnum:5}7#{alnum:4}›")',
    ],
    misses: [
      'assertEquals(PASSWORD, "{alnum:9}7a")',
      'env.put(Context.SECURITY_CREDENTIALS, password)',
      'login(password, "{alnum:9}7a")',
      'labels.put(PASSWORD, "Password")',
    ],
  }),
  placed('putty-password', 'password on a command line', {
    at: ['plink ', 'plink.exe ', 'pscp ', 'pscp.exe ', 'psftp ', 'putty ', 'putty.exe '],
    pattern: new RegExp(
      String.raw`(?:plink|pscp|psftp|putty)(?:\.exe)?\s[^\n|;]{0,160}?(?<=\s)-pw\s{1,2}${value}`,
      'i',
    ),
    says: 'a command takes its password there',
    hits: [
      'plink -ssh bob@10.0.0.1 -pw ‹{alnum:9}7a› uptime',
      'pscp.exe -pw "‹{alnum:9}7a›" a.txt bob@x:/tmp',
      'putty -load x -pw ‹{alnum:9}7a›\n',
    ],
    misses: ['plink -pw %PASS% bob@x', 'plink -ssh bob@x -P 2222', 'pscp -pwfile {alnum:9}7a a b'],
  }),
  placed('bind-password', 'password of a directory', {
    at: ['bindpw', 'bind_pw'],
    pattern:
      /(?<=(?:^|\n|\\n)[ \t]{0,8}(?:root|ldap_?)?)bind_?pw(?:[ \t]|\\t){1,20}(?<secret>[^\s"'<>{}$%\\]{4,100})(?=\s|\\[nr]|$)/,
    says: 'a program signs in to its directory by it',
    hits: [
      'uri x\nbindpw ‹{alnum:9}7a›\n',
      'binddn cn=x\nbindpw\t‹{alnum:9}7a›\n',
      'base y\nrootbindpw ‹{alnum:5}7#{alnum:4}›\n',
    ],
    misses: ['bindpw <password>\n', 'the bindpw of the directory', 'bindpw ${LDAP_PASSWORD}'],
  }),
  placed('job-password', 'password of a build', {
    at: ['password(name', 'password( name', 'password name:'],
    pattern:
      /password[( ]\s?name:\s?\\?["'][\w.-]{1,60}\\?["'],\s{0,20}(?:description:\s?\\?["'][^"'\n]{0,100}["'],\s{0,20})?defaultValue:\s?\\?["'](?<secret>[^"'\s\\]{4,100})\\?["']/,
    says: 'a build takes it where nobody gives another',
    hits: [
      "password(name: 'PW', defaultValue: '‹{alnum:9}7a›', description: '')",
      'password(name: "PW", description: "of the database", defaultValue: "‹{alnum:9}7a›")',
      "password name: 'PW', defaultValue: '‹{alnum:9}7a›'",
    ],
    misses: [
      "password(name: 'PW', defaultValue: '', description: '')",
      "password(name: 'PW', defaultValue: params.PW)",
      "string(name: 'WHERE', defaultValue: '{alnum:9}7a')",
    ],
  }),
];
