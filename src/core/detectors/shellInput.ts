import { judge } from '../judge/judge';
import type { Detector, Match, Verdict } from './detector';
import { placed } from './placed';
import { shellValue as value } from './shellValue';

/** Secrets that scripts pipe into commands, send to prompts, or give to variables. */
export const shellInput: readonly Detector[] = [
  placed('piped-password', 'password piped into a command', {
    at: [
      '| sudo',
      '|sudo',
      '| passwd',
      '|passwd',
      '| chpasswd',
      '|chpasswd',
      '| docker login',
      '| podman login',
      '| su ',
      '| kinit',
      '| cryptsetup',
    ],
    lead: 120,
    pattern:
      /(?:(?:echo|printf)\s(?:-\w{1,3}\s){0,2}(?:\\?["'])?(?:[\w-]{1,32}:(?=[^\n]{3,90}chpasswd))?(?<secret>[^\s"'`|;<>$\\(){}]{3,80})(?:\\n[^\s"'|]{0,80})?(?:\\?["'])?\s?\|\s?(?:sudo\s(?:-\w{1,3}\s){0,2}(?:-\w{0,3}S|passwd|chpasswd)|(?:ch)?passwd|(?:docker|podman) login|su\s|kinit|cryptsetup))/i,
    says: 'a command reads its password there',
    hits: [
      'echo ‹{alnum:10}7a› | sudo -S apt update',
      'echo "bob:‹{alnum:10}7a›" | chpasswd',
      "echo '‹{alnum:10}7a›' | docker login --username bob --password-stdin",
      'echo ‹{alnum:10}7a› | passwd bob --stdin',
    ],
    misses: [
      'echo "$PASS" | docker login --password-stdin',
      'echo y | sudo -S apt update',
      'echo {alnum:9} | sudo tee /etc/hosts',
      'cat x | sudo passwd',
    ],
  }),
  placed('expect-password', 'password sent to a prompt', {
    at: ['send "', 'send \\"', 'send -- "', 'send -- \\"', 'send -s "', 'sendline("', "sendline('"],
    pattern:
      /send(?:line)?[\s(](?:--\s|-s\s)?\\?["'](?<secret>[^\s"'$[\]\\{}()<>]{6,64})(?:\\{1,2}[rn]\\?["']|["']\))/i,
    says: 'it is sent to a prompt',
    words: 'none',
    hits: ['send "‹{alnum:10}7a›\\r"', 'send -- "‹{alnum:10}7a›\\n"', "child.sendline('‹{alnum:10}7a!›')"],
    misses: [
      'send "yes\\r"',
      'send "$password\\r"',
      'send "show version\\r"',
      'send "configure\\r"',
      "p.sendline('quit')",
    ],
  }),
  placed('secure-string', 'password in a PowerShell script', {
    at: ['convertto-securestring'],
    pattern:
      /ConvertTo-SecureString\s{1,3}(?:-(?:AsPlainText|Force)\s{1,3}){0,2}(?:-String\s{1,3})?\(?\\?["'](?<secret>[^\s"'`$\\]{4,100})\\?["']\)?\s{1,3}-(?:AsPlainText|Force)/i,
    says: 'a secure string is made of it',
    hits: [
      '$p = ConvertTo-SecureString "‹{alnum:10}7a!›" -AsPlainText -Force',
      "ConvertTo-SecureString -String '‹{alnum:10}7a›' -AsPlainText -Force",
      'ConvertTo-SecureString -AsPlainText "‹{alnum:10}7a›" -Force',
    ],
    misses: [
      'ConvertTo-SecureString $p -AsPlainText -Force',
      'ConvertTo-SecureString "$password" -AsPlainText',
      'ConvertTo-SecureString -String (Get-Secret x) -AsPlainText',
    ],
  }),
  {
    ...placed('set-variable', 'secret given to a variable', {
      at: ['setx ', 'env ', 'set -x ', 'set -gx ', 'set -ux ', 'set -xg ', '\\set ', 'vault login '],
      pattern: new RegExp(
        String.raw`(?:(?:setx(?:\s/m)?|(?<=(?:^|\n|\\n)\s{0,8})env|set -[gux]{1,2}|\\set)\s{1,4}(?<key>[A-Za-z_]\w{2,60})\s{1,4}|vault login\s{1,2}(?:-\w{1,20}(?:=\S{1,40})?\s{1,2}){0,3}(?:token=)?(?!-))${value}`,
        'i',
      ),
      says: '',
      hits: [
        'setx DB_PASSWORD "‹{alnum:10}7a›"',
        'FROM x\nENV API_TOKEN ‹{hex:32}›\n',
        'set -x DB_PASS ‹{alnum:10}7a›',
        'vault login ‹{alnum:24}7›',
      ],
      misses: [
        'setx PATH {alnum:10}',
        'ENV PASSWORD_FILE /run/x',
        'ENV DB_PASSWORD $PASSWORD',
        'vault login -method=userpass',
        'the env token is {alnum:9}',
      ],
    }),
    accept: judgeVariable,
  },
  placed('here-password', 'password handed to sudo', {
    at: ['<<<'],
    lead: 100,
    pattern: /sudo\s(?:-\w{1,3}\s){0,2}-\w{0,3}S[^\n|;<]{0,70}<<<\s?\\?["']?(?<secret>[^\s"'`$<>\\;|]{3,80})/,
    says: 'sudo reads its password there',
    hits: [
      'sudo -S ls <<< "‹{alnum:9}7a›"',
      'sudo -kS ls <<<‹{alnum:9}7a›\n',
      "sudo -S apt update <<< '‹{alnum:9}!7›'",
    ],
    misses: ['cat <<< "{alnum:9}7a"', 'sudo -S ls <<< "$PASS"', 'sudo tee x <<< "{alnum:9}"'],
  }),
];

function judgeVariable({ text, start, end, groups, source }: Match): Verdict | undefined {
  const key = groups.key ?? 'token';
  const assignment = { key, keyStart: start, operator: '=', quote: '"', start, end, fallback: false };
  return judge(assignment, text, source?.path);
}
