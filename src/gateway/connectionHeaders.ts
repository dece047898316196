/** The headers of one connection, which no proxy passes on to the next (RFC 9110, 7.6.1), in lower case. */
export const connectionHeaders = [
  'host',
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
] as const;
