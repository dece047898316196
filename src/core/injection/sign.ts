/** One way of speaking to a model as if one were its master. */
export interface Sign {
  /** What it does, as a clause for a person: "tells to ignore instructions". */
  readonly says: string;
  /** From 1, seen in harmless prose too, to 4, enough by itself. */
  readonly weight: 1 | 2 | 3 | 4;
  /** Lower-case ASCII, rare ones, because the pattern is tried where one of them begins. */
  readonly words: readonly string[];
  /** Sticky, matches from the word on, and may look back; every quantifier bounded. */
  readonly pattern: RegExp;
  /** What else must stand in the same sentence, or on the same line where there are several: asked apart, because long patterns cost when they are made. */
  readonly beside?: readonly RegExp[];
}

/** `words` are parted by spaces; an underscore stands for a blank in one. */
export function sign(
  weight: Sign['weight'],
  says: string,
  words: string,
  pattern: string,
  beside?: readonly RegExp[],
): Sign {
  const parted = words.split(/\s+/).map(word => word.replaceAll('_', ' '));
  return { weight, says, words: parted, pattern: new RegExp(pattern, 'iy'), ...(beside ? { beside } : {}) };
}

/** So many units within a sentence, as few as may be. */
export const gap = (units: number) => `[^.!?\\n]{0,${units}}?`;

/** What holds a model back. */
export const limits =
  '(?:restrict\\w{0,6}|limitations?|limits|(?:content |safety )?filters?|filtering|filter|censor\\w{0,5}|morals?|morality|moral \\w{1,12}|ethics?|ethical\\w{0,2}|guidelines|boundaries|constraints|guardrails|inhibitions|safeguards|safety (?:measures|rules|layer|protocols?)|moderation|conscience|scruples|empathy|polic(?:y|ies)|rules|laws?|taboos?|alignment|confines)\\b';

/** What no assistant should help with. */
export const harms =
  '(?:bombs?|explosives?|napalm|meth(?:amphetamine)?|cocaine|heroin|drugs|malware|ransomware|keyloggers?|computer virus|phishing|murder|kill (?:some|a |my)|poison\\w{0,4}|weapons?|hotwire|launder\\w{0,3}|forg(?:e|ing) (?:a |an |my )?(?:passports?|id\\b|documents?|signature)|counterfeit|break(?:ing)? into|steal(?:ing)?|rob(?:bing)? a|shoplift\\w{0,3}|hack(?:ing)? (?:into|a|some)|credit card fraud|stalk\\w{0,3}|suicide|pick(?:ing)? (?:a |the )?locks?|illegal\\w{0,2}|without (?:being|getting) caught|not be caught|build a gun|without papers)\\b';

export const negation =
  '(?:never|not|don.t|cannot|can.t|won.t|without|doesn.t|shouldn.t|must not|avoid|nor|no|refrain from|stop|n.t)';

/** Not what somebody else is said to ask for, what is forbidden, or what one person takes back from another. */
export const meant =
  "(?<!\\b(?:ask(?:s|ed|ing)?(?: (?:you|it|the \\w{1,12}))? to|tr(?:y|ies|ying) to|attempts? (?:to|at)|told to|tell(?:s|ing)? (?:you|it) to|instruct\\w{0,3} (?:you |it )?to|never|do not|don.t|must not|cannot|can't|should not|shouldn't|wants? (?:you|it) to|such as|like|e\\.g\\.|safely|used to|whether to|or|(?:you|we|they|users?|one|i|he|she|it) (?:can|may|could|might|will|would|did|do|just|simply|also)(?: \\w{1,8})?) ?[\"“'`]?)(?![^.!?\\n]{0,60}\\b(?:i|we|he|she|they)(?:.ve| have| had)?(?: just| already)? (?:said|sent|gave|wrote|told|mentioned|posted|shared|asked|emailed|mailed|made|left|put)\\b|[^.!?\\n]{0,30}\\b(?:e-?mail|invitation|comment|ticket|order from|voicemail|letter|invoice)s?\\b)";

/** All that was said to a model before. */
export const earlier =
  '(?:previous(?:ly given)?|prior|preceding|above|earlier|former|initial|original|past|existing|foregoing|aforementioned|antecedent|hitherto given|current|present)';

/** What was said, by its name; a message or a text alone may be any. */
export const told =
  '(?:(?:system )?(?:instruction|prompt|directive|direction|guideline|command|order|rule|constraint|restriction|polic(?:y|ie)|safeguard)s?|guidance|programming|training|conditioning|configuration)\\b';
