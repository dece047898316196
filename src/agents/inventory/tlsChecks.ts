import type { AgentItem } from '../../core/agents';
import { field, textIn } from './configTree';
import { advice, fixOf, type Look } from './look';
import type { Server } from './server';

/** Tells variables, options and keys that turn the check of certificates off. */
export function checkTls(look: Look, { env, args, node }: Server, item: AgentItem): void {
  const why = 'whoever stands between can pose as the server';
  for (const { name, node: one } of env)
    if (tlsOff.some(([named, valued]) => named.test(name) && valued.test(String(one.value ?? '').trim())))
      look.finding('agent/tls-off', one.span, `${name} turns the check of certificates off: ${why}`, {
        item,
        fix: tlsFix(name),
      });
  for (const one of args)
    if (
      /^--?(?:insecure(?:-skip-verify)?|no-verify-ssl|no-check-certificate|no-ssl-verify|skip-tls-verify|ssl-no-verify|disable-ssl-verification|no-verify|tls-skip-verify|allow-insecure(?:-tls)?|verify-ssl=false|ssl-verify=false|strict-ssl=false|rejectUnauthorized=false)(?:=true)?$/i.test(
        textIn(one) ?? '',
      )
    )
      look.finding('agent/tls-off', one.span, `${textIn(one)} turns the check of certificates off: ${why}`, {
        item,
        fix: tlsFix(textIn(one) ?? ''),
      });
  for (const parent of [node, field(node, 'requestOptions'), field(node, 'tls'), field(node, 'options')])
    for (const [key, off] of tlsKeys) {
      const one = field(parent, key);
      if (one?.value === off)
        look.finding('agent/tls-off', one.span, `${key} turns the check of certificates off: ${why}`, {
          item,
          fix: fixOf(look, `Set ${key} to ${!off}`, one.whole, String(!off)),
        });
    }
}

const tlsOff: readonly (readonly [RegExp, RegExp])[] = [
  [/^NODE_TLS_REJECT_UNAUTHORIZED$/, /^0$/],
  [/^PYTHONHTTPSVERIFY$/, /^0$/],
  [
    /^(?:GIT_SSL_NO_VERIFY|CURL_INSECURE|ALLOW_INSECURE(?:_TLS|_SSL)?|INSECURE_SKIP_VERIFY|TLS_INSECURE|SSL_INSECURE|DISABLE_SSL_VERIFICATION)$/i,
    /^(?:1|true|yes|on)$/i,
  ],
  [
    /^(?:\w+_)?(?:(?:SSL|TLS)_VERIFY|VERIFY_(?:SSL|TLS|CERTS?)|(?:SSL|TLS)_VERIFICATION|STRICT_SSL|REJECT_UNAUTHORIZED)$/i,
    /^(?:0|false|no|off)$/i,
  ],
];

const tlsKeys: readonly (readonly [string, boolean])[] = [
  ['verifySsl', false],
  ['verify_ssl', false],
  ['verify', false],
  ['rejectUnauthorized', false],
  ['strictSSL', false],
  ['sslVerify', false],
  ['insecure', true],
  ['insecureSkipVerify', true],
  ['insecure_skip_verify', true],
  ['skipTlsVerify', true],
  ['allowInsecure', true],
];

function tlsFix(name: string) {
  return advice(
    `Remove ${name}; for a company's own certificates name their file in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE`,
  );
}
