import type { Span } from '../model';

/** Source: UTS #51, possible_emoji without its tags, and the flags of regions, whose tags are bounded by a cancel tag. */
const emoji = String.raw`(?:\p{RI}\p{RI}|[#*0-9]\ufe0f?\u20e3|\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{3,6}\u{e007f}|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?|\ufe0e)?(?:\u200d(?:\p{RI}\p{RI}|\p{Emoji})(?:\p{EMod}|\ufe0f\u20e3?)?){0,9})`;
const emojiSequence = new RegExp(emoji, 'uy');
const emojiBase = /\p{Emoji}|\p{EMod}|\p{RI}/u;

/** Where the emoji sequence ends that the character before `at` begins or belongs to; `at` itself where there is none. */
export function emojiEnd(text: string, at: number): number {
  const start = before(text, at);
  if (start === at || !emojiBase.test(text.slice(start, at))) return at;
  // A skin tone belongs to the emoji before it.
  const first = /\p{EMod}/u.test(text.slice(start, at)) ? before(text, start) : start;
  for (const from of [first, start]) {
    emojiSequence.lastIndex = from;
    if (emojiSequence.test(text) && emojiSequence.lastIndex > at) return emojiSequence.lastIndex;
  }
  return at;
}

/** Whether the script or the emoji around needs the invisible character in `[at, next)`, one of a run of them. */
export function isNeeded(text: string, at: number, next: number, run: Span): boolean {
  const point = text.codePointAt(at) as number;
  const left = text.slice(before(text, run.start), run.start);
  const right = text.slice(run.end, run.end + 2);
  const short = run.end - run.start <= 2;
  if (point === 0xfeff && at === 0) return true;
  // Between two letters of a word it says where the word may be broken.
  if (point === 0xad) return next - run.start === 1 && run.end === next && letter.test(left) && letter.test(right);
  if (point === 0x200c || point === 0x200d) return short && joining.test(left);
  if (point === 0x200b) return short && (spaceless.test(left) || spaceless.test(right));
  if (point === 0x2060 || point === 0x34f) return short && (marks.test(left) || spaceless.test(left));
  if (point >= 0x180b && point <= 0x180f) return mongolian.test(left);
  if (point >= 0xfe00 && point <= 0xfe0f) return at === run.start && selectable(point, left);
  if (point >= 0xe0100 && point <= 0xe01ef) return at === run.start && han.test(left);
  if (point === 0x115f || point === 0x1160) return jamo.test(left) || jamo.test(right) || run.end - run.start > 1;
  if (point === 0x17b4 || point === 0x17b5) return /\p{Script=Khmer}/u.test(left);
  if (point === 0x2800) return braille.test(left) || braille.test(right);
  return false;
}

function selectable(point: number, left: string): boolean {
  if (point >= 0xfe0e) return pictograph.test(left);
  return point <= 0xfe02 && standardized.test(left);
}

/** Where the character before `at` begins; `at` itself at the beginning of the text. */
function before(text: string, at: number): number {
  if (at === 0) return 0;
  const low = text.charCodeAt(at - 1);
  return at - (at > 1 && low >= 0xdc00 && low <= 0xdfff ? 2 : 1);
}

const letter = /^\p{L}|\p{L}$/u;
const marks = /\p{M}$/u;
const han = /[\p{Script=Han}\u3013]$/u;
const mongolian = /[\p{Script=Mongolian}\u200d]$/u;
const jamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const braille = /[\u2801-\u28ff]/;
const pictograph = /[\p{Emoji}\p{So}\p{Sm}\u203c\u2049]$/u;
/** Mathematical signs, ideographs, Myanmar, Phags-pa and CJK punctuation have standardized variants. */
const standardized = /[\p{Sm}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\u3001\u3002\uff01-\uff1f0]$/u;
/** Letters of scripts that join or stack: all but those whose letters stand alone. */
const joining =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}])[\p{L}\p{M}]$/u;
/** Scripts that write without spaces, where a break is marked by a space of no width. */
const spaceless =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
