import type { Detector } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Keys of payment services. */
export const payment: readonly Detector[] = [
  prefixed(
    'stripe-secret-key',
    'Stripe secret key',
    'sk_',
    '(?:live|test|prod)_[A-Za-z0-9]{16,247}',
    'sk_live_{alnum:99}',
    {
      keywords: ['sk_live_', 'sk_test_', 'sk_prod_'],
    },
  ),
  prefixed(
    'stripe-restricted-key',
    'Stripe restricted key',
    'rk_',
    '(?:live|test|prod)_[A-Za-z0-9]{16,247}',
    'rk_live_{alnum:24}',
    { keywords: ['rk_live_', 'rk_test_', 'rk_prod_'] },
  ),
  prefixed(
    'stripe-webhook-secret',
    'Stripe webhook secret',
    'whsec_',
    '[A-Za-z0-9+/]{32,64}={0,2}',
    'whsec_{alnum:32}',
  ),
  prefixed('square-access-token', 'Square access token', 'EAAA', String.raw`[\w-]{60}`, 'EAAAE{base64url:59}', {
    tier: 'likely',
  }),
  prefixed('square-secret', 'Square OAuth secret', 'sq0csp-', String.raw`[\w-]{43}`, 'sq0csp-{base64url:43}'),
  prefixed('square-token', 'Square token', 'sq0atp-', String.raw`[\w-]{22}`, 'sq0atp-{base64url:22}'),
  {
    id: 'secret/braintree-token',
    title: 'Braintree access token',
    severity: 'error',
    tier: 'certain',
    keywords: ['access_token$'],
    pattern: /access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}/,
    hits: [
      '‹access_token$production${lowernum:16}${hex:32}›',
      'token: "‹access_token$sandbox${lowernum:16}${hex:32}›"',
      "('‹access_token$production${lowernum:16}${hex:32}›')",
    ],
    misses: [
      'access_token$production',
      'access_token$staging${lowernum:16}${hex:32}',
      'my_access_token$production${lowernum:16}${hex:32}',
    ],
  },
  keyed('paypal-secret', 'PayPal client secret', ['paypal'], 'E[A-Za-z0-9_-]{79}', 'E{alnum:79}'),
  prefixed('razorpay-key', 'Razorpay key id', 'rzp_', '(?:live|test)_[A-Za-z0-9]{14}', 'rzp_live_{alnum:14}', {
    tier: 'likely',
    keywords: ['rzp_live_', 'rzp_test_'],
  }),
  prefixed(
    'adyen-key',
    'Adyen API key',
    'AQE',
    String.raw`[a-z]hm[A-Za-z0-9+/]{40,200}={0,2}(?:-[A-Za-z0-9+/]{40,60}={0,2}-[^\s"'\\]{10,20})?`,
    'AQEyhm{base64:100}',
    { keywords: ['aqe'] },
  ),
  prefixed('paystack-key', 'Paystack key', 'sk_', '(?:live|test)_[a-f0-9]{40}', 'sk_live_{hex:40}', {
    keywords: ['sk_live_', 'sk_test_'],
  }),
  prefixed(
    'flutterwave-key',
    'Flutterwave key',
    'FLWSECK',
    '(?:_TEST|_LIVE)?-[a-z0-9]{32}-X',
    'FLWSECK-{lowernum:32}-X',
    { keywords: ['flwseck'] },
  ),
  prefixed('mollie-key', 'Mollie key', 'live_', '[A-Za-z0-9]{30}', 'live_{alnum:30}', { tier: 'likely' }),
  prefixed(
    'plaid-token',
    'Plaid access token',
    'access-',
    '(?:sandbox|development|production)-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}',
    'access-production-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}',
    {
      keywords: ['access-sandbox-', 'access-development-', 'access-production-'],
    },
  ),
];
