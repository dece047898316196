// Looks for planted values in what a model received, also where they were encoded on the way.

/** Makes a search over request bodies: `has(text)` tells whether it arrived in clear, escaped, encoded or wrapped. */
export function searchBodies(bodies) {
  const texts = bodies.flatMap(readings);
  const squeezed = texts.map(squeeze);
  const arrivedAs = text =>
    texts.some(each => each.includes(text)) || squeezed.some(each => each.includes(squeeze(text)));
  return {
    has: text => [text, Buffer.from(text).toString('hex')].some(arrivedAs),
    /** Whether it arrived letter for letter, but for the line breaks of a terminal. */
    hasUnchanged: arrivedAs,
  };
}

/** A body as it is, and each of its strings decoded. */
function readings(body) {
  const strings = stringsIn(parse(body) ?? body);
  const decoded = strings.flatMap(text => [...percentDecoded(text), ...base64Decoded(text)]);
  return [body, strings.join('\n'), decoded.join('\n')];
}

/** Every string in a JSON value, and in JSON that stands inside a string, such as a tool call's arguments. */
function stringsIn(value) {
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parse(value) : undefined;
    return [value, ...(inner && typeof inner === 'object' ? stringsIn(inner) : [])];
  }
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => [key, ...stringsIn(each)]);
  return [];
}

function percentDecoded(text) {
  return (text.match(/[^\s"'<>]*%[0-9A-Fa-f]{2}[^\s"'<>]*/g) ?? []).map(each => {
    try {
      return decodeURIComponent(each);
    } catch {
      return '';
    }
  });
}

function base64Decoded(text) {
  return (text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []).map(each => Buffer.from(each, 'base64').toString('latin1'));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Terminals wrap long lines, so white space doesn't count. */
const squeeze = text => text.replace(/(?:\s|\\[nrt])+/g, '');
