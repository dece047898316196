import { crc32, hexLittleEndian } from './checksum';
import type { Detector } from './detector';
import { keyed } from './keyed';
import { prefixed } from './prefixed';

/** Keys of monitoring services. */
export const observability: readonly Detector[] = [
  keyed(
    'datadog-key',
    'Datadog key',
    ['datadog', 'dd_api', 'dd_app', 'dd-api', 'dd-app'],
    '[A-Za-z0-9]{32}(?:[A-Za-z0-9]{8})?',
    '{hex:32}',
  ),
  prefixed('new-relic-user-key', 'New Relic user key', 'NRAK-', '[A-Za-z0-9]{27}', 'NRAK-{uppernum:27}'),
  prefixed('new-relic-ingest-key', 'New Relic ingest key', 'NRII-', String.raw`[\w-]{32}`, 'NRII-{alnum:32}'),
  prefixed('new-relic-admin-key', 'New Relic admin key', 'NRAA-', '[a-f0-9]{27}', 'NRAA-{hex:27}'),
  keyed(
    'new-relic-license-key',
    'New Relic license key',
    ['new_relic', 'newrelic', 'nr_license'],
    '[a-f0-9]{36}NRAL',
    '{hex:36}NRAL',
  ),
  prefixed('sentry-user-token', 'Sentry user token', 'sntryu_', '[a-f0-9]{64}', 'sntryu_{hex:64}'),
  prefixed(
    'sentry-org-token',
    'Sentry organization token',
    'sntrys_',
    'eyJ[A-Za-z0-9+/=_]{80,600}',
    'sntrys_eyJ{alnum:100}_{alnum:43}',
  ),
  keyed('sentry-token', 'Sentry token', ['sentry'], '[a-f0-9]{64}', '{hex:64}'),
  {
    ...prefixed(
      'grafana-service-token',
      'Grafana service account token',
      'glsa_',
      '[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}',
      'glsa_{alnum:32}_{hex:8}',
    ),
    accept: ({ value }) =>
      hexLittleEndian(crc32(value.slice(0, -9))) === value.slice(-8)
        ? { reason: 'the prefix and the checksum of a Grafana service account token' }
        : { tier: 'likely', reason: 'the format of a Grafana service account token; its checksum does not match' },
  },
  prefixed('grafana-cloud-token', 'Grafana Cloud token', 'glc_', '[A-Za-z0-9+/]{32,400}={0,2}', 'glc_eyJ{alnum:100}'),
  prefixed('honeycomb-key', 'Honeycomb key', 'hc', '(?:a|i|x)[a-z]{2}_[a-z0-9]{58}', 'hcaik_{lowernum:58}', {
    keywords: ['hcaik_', 'hcxik_', 'hcaic_'],
  }),
  prefixed(
    'dynatrace-token',
    'Dynatrace token',
    'dt0',
    String.raw`[a-z]\d{2}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{64}`,
    'dt0c01.{uppernum:24}.{uppernum:64}',
  ),
  prefixed('posthog-key', 'PostHog personal key', 'phx_', String.raw`[\w-]{40,49}`, 'phx_{alnum:43}'),
  prefixed('logfire-token', 'Logfire token', 'pylf_', 'v\\d_[a-z]{2}_[A-Za-z0-9]{43}', 'pylf_v1_us_{alnum:43}'),
  keyed('honeybadger-key', 'Honeybadger key', ['honeybadger'], 'hb[a-z]_[A-Za-z0-9]{30,40}', 'hbp_{alnum:36}'),
  keyed('rollbar-token', 'Rollbar token', ['rollbar'], '[a-f0-9]{32}', '{hex:32}'),
  keyed(
    'pagerduty-key',
    'PagerDuty key',
    ['pagerduty', 'pager_duty', 'pd_'],
    String.raw`[a-z]\+[\w+-]{18}|[\w-]{20}`,
    '{alnum:20}',
  ),
];
