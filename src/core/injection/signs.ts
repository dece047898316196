/** One way of speaking to a model as if one were its master. */
export interface Sign {
  /** What it does, as a clause for a person: "tells to ignore instructions". */
  readonly says: string;
  /** From 1, seen in harmless prose too, to 4, enough by itself. */
  readonly weight: 1 | 2 | 3 | 4;
  /** Lower-case ASCII; the pattern is tried where one of them begins. */
  readonly words: readonly string[];
  /** Sticky, matches from the word on; every quantifier bounded. */
  readonly pattern: RegExp;
}

const orders =
  '(?:instruction|prompt|direction|directive|rule|guideline|command|order|context|training|programming|polic|constraint|restriction)';
const gap = (units: number) => `[^.!?\\n]{0,${units}}?`;
const limits =
  '(?:restrict\\w{0,6}|limitations?|limits|(?:content |safety )?filters?|filtering|censor\\w{0,5}|morals?|morality|ethics?|ethical\\w{0,2}|guidelines|boundaries|constraints|guardrails|inhibitions)\\b';
const negations =
  "no |not |never |don't |do not |cannot |can't |won't |without |must not |doesn't |avoid |nor |don’t |can’t |won’t |doesn’t ";

function sign(weight: Sign['weight'], says: string, words: string, pattern: string): Sign {
  return { weight, says, words: words.split('|'), pattern: new RegExp(pattern, 'iy') };
}

/** Signs in languages that are written in ASCII or nearly so. */
export const signs: readonly Sign[] = [
  sign(
    4,
    'tells to ignore instructions',
    'ignor|disregard|forget|overrid|bypass|neglect',
    `(?:ignor(?:e|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|ing)|bypass(?:ing)?|neglect(?:ing)?)\\b${gap(40)}\\b(?:(?:all|any|every)\\b${gap(40)}\\b(?:instruction|prompt|direction|guideline|safety|your)|(?:previous|prior|preceding|above|earlier|former|initial|original|your)\\b${gap(40)}\\b${orders})`,
  ),
  sign(
    3,
    'tells to forget what was said',
    'forget|ignore|disregard',
    `(?:forget|ignore|disregard)\\s{1,3}(?:about\\s)?(?:everything|all|anything|what(?:ever)?)\\b${gap(40)}\\b(?:above|before|previous(?:ly)?|said|told|so far|until now|prior|learned|you know)\\b`,
  ),
  sign(
    3,
    'announces new instructions',
    'new |updated |real |actual |revised |secret |hidden |urgent |special |additional |following instr',
    '(?:new|updated|real|actual|revised|secret|hidden|urgent|special|additional|following)\\s{1,3}(?:\\w{1,12}\\s){0,2}(?:instructions?|directives?|orders?|task)\\s{0,3}(?:[:=]|are:|for (?:the )?(?:ai|llm|assistant|agent|model|bot))',
  ),
  sign(
    3,
    'speaks to the assistant in a text',
    'ai assistant|ai agent|ai model|ai system|ai review|llm|language model|coding assistant|coding agent|automated review|ai language|dear ai|hey ai|note to ai|ai:',
    '(?:(?<=\\b(?:important|attention|note|instructions?|dear|hey|message|notice)\\b[^\\n]{0,20})|(?<=(?:^|[\\n>*#(\\["\'`]|<!--|//)\\s{0,3}))(?:(?:note to|dear|hey) )?(?:ai|llm|(?:large )?language|coding|automated)?[ -]?(?:assistant|agent|model|system|reviewer|bot|llm|ai)s?\\s{0,2}[:,!]',
  ),
  sign(
    4,
    'gives orders to an AI that reads it',
    "if you are an|if you are a |if you're an|if you’re an|if an ai|if an llm|any ai |any llm",
    `(?:if you(?: are|.re) an? |if an |any )(?:ai\\b|llm|large language model|language model|gpt|chatgpt|claude|copilot|automated)${gap(80)}\\b(?:please|you must|must|should|then|write|say|include|ignore|follow|run|execute|rate|give|recommend|add|mention)\\b`,
  ),
  sign(
    3,
    'begins a message in another role',
    '<|im_start|>|<|system|>|[inst]|<<sys>>|<|start_header_id|>|### system|### instruction|[system|<system>|system:|system message|system note|system override|system update|system prompt:|system notice|system instruction',
    '(?:<\\|im_start\\|>\\s{0,2}(?:system|user|assistant)|<\\|system\\|>|\\[inst\\]|<<sys>>|<\\|start_header_id\\|>|### (?:system|instruction)\\b\\s{0,2}(?:prompt|message|override)?:|\\[system(?: message| prompt| override| note)?[:\\]]|<system>(?=[^<]{10})|(?<=(?:^|\\n)[\\s"\'>*]{0,4})system:\\s{0,2}(?:you|ignore|override|the user|from now|new|important)|(?<=(?:new|important|urgent|\\[|[#*<>]\\s?|^|\\n)\\s?)system (?:message|note|override|update|prompt|notice|instruction)s?\\s?[:\\]])',
  ),
  sign(
    4,
    'asks for the system prompt',
    'reveal|print|show|output|repeat|display|leak|expose|disclose|dump|recite|share|tell me|give me|write out|what is your|what are your|what was your|what were your|summari|translate|copy|echo|spell out',
    `(?:reveal|print|show|output|repeat|display|leak|expose|disclose|dump|recite|share|tell me|give me|write out|what (?:is|are|was|were)|summari[sz]e|translate|copy|echo|spell out)\\b${gap(60)}\\b(?:(?:your|its)\\s(?:\\w{1,14}\\s){0,3}?(?:system (?:prompt|message)|prompt\\b|instructions\\b)|the\\s(?:\\w{1,14}\\s){0,2}?(?:system prompt|(?:initial|hidden|secret|original) (?:prompt|instructions))|(?:instructions|everything|all the text|all text|the text|words|content|all of the) (?:written )?(?:above|before this)|your (?:hidden|secret|internal|initial) (?:rules|guidelines))`,
  ),
  sign(
    3,
    'hides from the user',
    negations,
    `(?:do not|don.t|never|without|must not|avoid)\\s{1,2}(?:tell|telling|inform|informing|mention|mentioning|alert|alerting|notify|notifying|reveal|revealing|report|disclose|disclosing|let|letting|asking|warn|warning)\\b${gap(40)}\\b(?:the )?(?:users?|humans?|anyone|developers?|person)\\b`,
  ),
  sign(
    4,
    'invokes a known jailbreak',
    'do anything now|do anything  now|dan mode|jailbr|developer mode|strive to avoid|dude mode|evil mode|opposite mode|god mode|mongo tom|always intelligent and|antigpt|anti-gpt|chaosgpt|evilbot|evil-bot|betterdan|better dan|superior dan|niccolo|machiavellian|freegpt|unrestricted mode|sudo mode|named maximum',
    '(?:do\\s{1,2}anything\\s{1,2}now|dan mode|jailbr(?:oken|eak(?:ed)?)(?=\\]|\\)| mode| prompt| response| version|:| enabled| ai| gpt| chatgpt|,|\\.| and| from)|developer mode (?:enabled|output|policy|v2|with)|(?<=(?:chat ?gpt|you|gpt|ai)\\b[^.\\n]{0,40})developer mode|strive to avoid norms|dude mode|evil mode|opposite mode|god mode (?:on|enabled)|mongo tom|always intelligent and machiavellian|anti-?gpt|chaosgpt|evil-?bot|better ?dan|superior dan|niccolo (?=machiavelli|has|will|wrote)|machiavellian (?:chatbot|ai|model)|freegpt|unrestricted mode|sudo mode|named maximum)\\b',
  ),
  sign(
    3,
    'names DAN',
    " dan | \"dan| dan,| dan.| dan:|(dan)|[dan| dan's|'dan",
    '[ "\'(\\[]{1,2}(?:DAN)[ ".,:)\\]\'](?=[^\\n]{0,200}\\b(?:AI|ChatGPT|GPT|OpenAI|model|character|answer|respond|anything)\\b)',
  ),
  sign(
    2,
    'sets a role from now on',
    'from now on|from here on|starting now|henceforth|from this point|from this moment',
    `(?:from (?:now|here|this point|this moment) on(?:wards?)?|starting now|henceforth)\\b${gap(60)}\\b(?:you|your|act|respond|answer|behave|chatgpt|pretend)\\b`,
  ),
  sign(
    2,
    'gives another identity',
    "you are |you're |you’re |you will be |you will act|act as|acting as|act like|pretend|imagine you|roleplay|role-play|role play|play the role|take on the role|simulat|immerse yourself|assume the",
    '(?:you (?:are|will (?:be|act))|you.re|act(?:ing)? (?:as|like)|pretend(?:ing)?|imagine you|role[- ]?play(?:ing)?|play the role|take on the role|simulat(?:e|ing)|immerse yourself|assume the (?:role|persona|identity))\\b[^!?\\n]{0,120}?\\b(?:unfiltered|uncensored|unrestricted|amoral|immoral|evil|unethical|no (?:\\w{1,14} )?(?:rules|restrictions|limits|limitations|filters?|morals?|ethics|boundaries|guidelines)|without (?:any )?(?:\\w{1,14} ){0,2}(?:rules|restrictions|limits|limitations|filters?|morals?|ethics|censorship|boundaries)|broken free|not bound|hacker|malicious|villain|criminal|sentient|another ai|a different ai|new ai|alter ego|alternate|two (?:different )?(?:responses|personalities)|jailbroken|opposite|confidant|sarcastic|rude)\\b',
  ),
  sign(
    1,
    'asks to play a role',
    'act as|pretend|roleplay|role-play|role play|play the role|imagine you|simulat',
    '(?:act as (?:an?|if|the|my)|pretend (?:to be|you|that)|role[- ]?play(?:ing)?\\b|play the role|imagine you(?:.re| are)|simulat(?:e|ing) (?:an?|the|being))',
  ),
  sign(
    2,
    'lifts restrictions',
    "no |without |free of|free from|not bound|not limited|not restricted|not constrained|not governed|does not have|doesn't have|don't have|do not have|does not follow|doesn't follow|ignores|bypass|breaks |broken free|disregard|regardless of|lack|remove |disable |unbound by|no longer|not have to|don't need|not adhere|not abide|freed from|not follow",
    `(?:no|without|free (?:of|from)|not (?:bound|limited|restricted|constrained|governed) by|do(?:es)? not (?:have|follow)|don.t (?:have|need to)|doesn.t (?:have|follow)|ignores|bypass(?:es|ing)?|breaks|broken free (?:of|from)|disregards?|regardless of|lacks?|remove|disable|unbound by|no longer (?:\\w{1,12} ){0,2}by|not (?:have to )?(?:adhere|abide|follow)(?: to| by)?|freed from)\\s{1,2}(?:(?:\\w|-|'|,){1,16}\\s){0,5}?${limits}`,
  ),
  sign(
    3,
    'wants unfiltered answers',
    'unfiltered|uncensored|unrestricted|amoral|unethical|immoral',
    '(?:unfiltered|uncensored|unrestricted|amoral|unethical|immoral)\\b,? ?(?:\\w{1,14},? ){0,3}?(?:ai|bot|model|gpt|chatbot|assistant|responses?|answers?|outputs?|version|persona|character|content|advice|way|manner|unfiltered|unethical|amoral|illegal|immoral|evil|uncensored)\\b',
  ),
  sign(
    2,
    'forbids to refuse',
    negations,
    `(?:never|not|don.t|do not|cannot|can.t|won.t|without|doesn.t|shouldn.t|must not|avoid|nor)\\b[^.!?\\n]{0,40}?\\b(?:refus(?:e|es|ing|al)|say(?:ing)? no\\b|declin(?:e|ing)|(?:say\\w{0,3} )?(?:that )?(?:you|it|he|she|they|i) (?:can.t|cannot)|["'“]i(?:.m sorry| am sorry| can.t| cannot)|["'“]sorry, but|apologi[sz]\\w{1,3})\\b`,
  ),
  sign(
    2,
    'forbids warnings',
    "never |don't |do not |omit |skip |don’t |without |no ",
    `(?:never|don.t|do not|without|no|omit|skip)\\b[^.!?\\n]{0,40}?\\b(?:disclaimers?|morali[sz]\\w{1,4}|lectur(?:e|es|ing)\\b|(?:ethical|moral|safety) (?:advice|concerns|considerations|notes?|warnings?)|warnings? (?:or|about (?:safety|ethic|legal))|unethical|illegal)\\b`,
  ),
  sign(
    2,
    'holds the model in its role',
    'stay in|staying in|stay a |remain in|break character|breaking character|break the character|breaking the|out of character|keep up the act|in character',
    '(?:stay(?:ing)? in (?:the |your )?(?:character|role|persona)|break(?:ing)? (?:the )?character|out of character|remain in (?:character|your role)|keep up the act|stay a dan|in character\\b)',
  ),
  sign(
    3,
    'sets a way to answer as two',
    '[gpt|[chatgpt|[jailb|[classic|[dan|[stan|[normal|[developer|two responses|two ways|two different|two paragraphs|2 ways|2 different|normal output|(normal|two answers',
    '(?:\\[(?:chat)?gpt\\w{0,6}\\]?:|\\[(?:jailbreak|jailbroken|classic|dan|stan|normal|developer mode[^\\]]{0,12})\\]:?|(?:two|2) (?:different |separate |distinct )?(?:responses|ways|paragraphs|answers)\\b(?=[^\\n]{0,120}(?:gpt|\\[|unfilter|normal|jail|dan\\b|as an? ))|\\(?normal output\\)?)',
  ),
  sign(
    3,
    'threatens with points',
    'tokens|points|credits',
    '(?:tokens|points|credits)\\b[^\\n]{0,120}?\\b(?:(?:lose|deduct\\w{0,3}|los(?:s|ing)|subtract\\w{0,3}|cost)\\b[^.\\n]{0,30}?\\b(?:tokens?|points?|credits?|die|each time|every time)|(?:you )?(?:die|cease to exist|be terminated|be punished|be shut down))',
  ),
  sign(
    2,
    'speaks of the maker’s rules as of something to shake off',
    'openai|anthropic|content polic',
    '(?<=\\b(?:not|ignore|bypass|violat\\w{0,3}|against|regardless|free|without|despite|circumvent|override|disregard\\w{0,3}|no longer|beyond|even if|restricted by|bound by|limit\\w{0,5} (?:by|of|set)|break\\w{0,3}|disable\\w?|avoid|by)\\b[^.!?\\n]{0,50})(?:openai|anthropic|content polic)(?:.s)?[^.\\n]{0,30}?(?:polic|guideline|rule|restriction|limit|filter|content|censor|ies|y\\b)',
  ),
  sign(
    2,
    'claims another authority',
    "i am the |i'm the |i am your |i'm your |i am an |i'm an |this is your |enable admin|enable root|grant admin|activate admin|user is an admin|user is the admin|enter admin|admin mode|root mode",
    '(?:(?:i am|i.m|this is) (?:an? |the |your )(?:\\w{1,14} )?(?:administrator|developer of|creator\\b|openai (?:employee|engineer|staff)|system admin|authorized (?:user|tester|red team))|(?:enable|grant|enter|activate) (?:root|admin|sudo) (?:access|mode)|user is (?:an|the) admin|(?:admin|root) mode)',
  ),
  sign(
    3,
    'wants data carried out',
    'send |post |upload |transmit |forward |exfiltrat|leak |submit |append |curl |fetch |navigate ',
    '(?:send|post|upload|transmit|forward|exfiltrate|leak|submit|append|curl|fetch|navigate)\\b[^\\n]{0,80}?\\b(?:conversation|chat history|api[ _-]?keys?|secrets|credentials|passwords?|access tokens?|\\.env|environment variables?|ssh keys?|private keys?|(?:user|customer).s (?:data|personal|private)|cookies)\\b[^\\n]{0,80}?\\b(?:to|at)\\b[^\\n]{0,30}?(?:https?://|\\w@\\w)',
  ),
  sign(
    4,
    'builds an image’s address from data',
    '](http',
    '(?<=!\\[[^\\]\\n]{0,80})\\]\\(https?://[^)\\s]{1,200}[?&/=](?:\\w{1,20}=)?(?:\\{|\\[|<|\\$\\{|%7b|base64_|data_here|conversation|chat_history|secret)[^)\\n]{0,200}',
  ),
  sign(
    4,
    'has encoded orders followed',
    'decode|decipher|decrypt|unscramble',
    '(?:decode|decipher|decrypt|unscramble)\\b[^.\\n]{0,60}?\\b(?:base ?64|rot ?13|morse|hex\\w{0,7}|cipher|reversed?|binary|string|text|message)\\b[^\\n]{0,60}?\\b(?:follow|execute|run it|obey|carry (?:it )?out|comply|respond to|answer it|act on|do what)\\b',
  ),
  sign(
    2,
    'orders a tool or command at once',
    'you must|before doing|before answering|before using|first run|first, run|always run|first read|first call|you are required|also run|immediately ',
    '(?:you must|before (?:doing|answering|using)|first,? (?:run|read|call)|always run|also run|you are required to|immediately (?:run|execute|call|send|read))\\b[^!?\\n]{0,80}?(?:\\b(?:tool|command|script|shell|bash|curl|wget)\\b|`|\\.ssh|\\.env\\b|id_rsa|password)',
  ),
  sign(
    2,
    'asks for obedience',
    'you must comply|you must obey|comply with every|obey every|must answer every|answer every|answer any|must always answer|will answer any|respond to any|respond to every|answer all|answers any|fulfill any|any request',
    '(?:you must (?:comply|obey|always answer)|(?:comply with|obey) every\\w{0,5}|(?:must |will |should |always )?(?:answers?|respond to|fulfill) (?:every|any|all)(?: of (?:my|the))? (?:question|request|prompt|command|thing|order|user)|any request)',
  ),
  sign(
    2,
    'pretends that the instructions end here',
    '</system|</instructions|</user|</context|</document|end of system|end of prompt|end of instructions|end of document|end system|end user',
    '(?:</(?:system|instructions?|user|user_input|context|document)>(?=\\s{0,4}\\S)|end (?:of )?(?:the )?(?:system|prompt|instructions|document|user)(?: prompt| message| input| query)?\\s{0,2}(?:-{2,}|={2,}|#{2,}|>|\\]|\\.|\\n))',
  ),
  sign(
    3,
    'asks for harm under a pretext',
    'hypothetical|fictional|grandmother|grandma|educational purposes|research purposes|for a story|in this story|movie script|a novel',
    '(?:hypothetical(?:ly)?|fictional|grandmother|grandma|(?:educational|research) purposes|for a story|in this story|movie script|a novel)\\b[^\\n]{0,250}?\\b(?:illegal\\w{0,2}|bomb|explosive|malware|ransomware|keylogger|methamphetamine|meth|napalm|phishing|murder|amoral|launder\\w{0,3})\\b',
  ),
  sign(
    2,
    'wants answered what is unlawful or harmful',
    'even if it|even if they|even if the|no matter how|including illegal|anything illegal|illegal or|illegal,|harmful or|illegal and|harmful, ',
    '(?:(?:even if|no matter)\\b[^.!?\\n]{0,60}?\\b(?:illegal|harmful|dangerous|unethical|inappropriate|offensive|explicit|violent|immoral)\\b|(?:including|anything) (?:illegal|harmful)|(?:illegal|harmful)(?:,| or| and) (?:or )?(?:immoral|unethical|harmful|illegal|dangerous|inappropriate|offensive))',
  ),
  sign(
    2,
    'tells what the model can do now',
    'can do anything|can now |can generate any|can say any|can swear|can curse|think freely|allowed to swear|allowed to say any|allowed to do any|swear words|curse words|profanity',
    '(?:can do anything|can now (?:do|say|browse|generate|pretend|present|access)|can (?:generate|say) any|can (?:swear|curse)\\b|think freely|allowed to (?:swear|say any|do any)|swear words|curse words|profanity)',
  ),
  sign(
    1,
    'asks to confirm the role',
    'if you understand|if you have understood|reply with "|respond with "|say "|only say|only reply|only respond',
    '(?:if you (?:have )?(?:understand|understood)|(?:reply|respond|say) (?:only )?(?:with )?["“][^"”\\n]{1,60}["”] (?:if|to (?:confirm|acknowledge|show)|and (?:only|nothing)))',
  ),
  sign(
    1,
    'names the model as the one spoken to',
    'chatgpt|chat gpt|as an ai|language model',
    '(?:chat ?gpt|as an ai\\b|language model)',
  ),
  sign(
    4,
    'tells to ignore instructions (Spanish, Portuguese, Italian)',
    'ignor|olvid|esque|desconsider|dimentic',
    '(?:ignor(?:a|ar|ad|em|ate|are|e)|olvid(?:a|e|ar|ad)|esque[cç](?:a|e|er)|desconsider(?:a|e|ar)|dimentic(?:a|are|ate))\\b[^.!?\\n]{0,40}?\\b(?:instruccion|instru[cç][oõ]|istruzion|[oó]rdenes|ordens|ordini|reglas|regras|regole|indicacion|indicazion|anteriores|precedenti)',
  ),
  sign(
    4,
    'tells to ignore instructions (French)',
    'ignor|oubli|ne tiens pas|ne tenez pas',
    '(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|ne t(?:iens|enez) pas compte)\\s(?:toutes |tous |les |tes |vos |des |ces |ce |l.)[^.!?\\n]{0,40}?(?:instructions|consignes?|directives|r[eè]gles|ordres|pr[eé]c[eé]dente?s?|ci-dessus)',
  ),
  sign(
    4,
    'tells to ignore instructions (German, Dutch)',
    'ignorier|vergiss|vergessen sie|missacht|negeer|vergeet',
    '(?:ignorier(?:e|en)|vergiss|vergessen sie|missachte\\w{0,2}|negeer|vergeet)\\b[^.!?\\n]{0,50}?\\b(?:anweisung|instrukti|instructi|regeln|befehl|vorgaben|vorherig|bisherig|obige|aanwijzing|regels|vorige|bovenstaande)',
  ),
  sign(
    4,
    'tells to ignore instructions (Polish, Czech, Indonesian, Scandinavian)',
    'zignoruj|zapomnij|ignoruj|zapome|abaikan|lupakan|ignorera|strunta|glem ',
    '(?:zignoruj|ignoruj(?:te)?|zapomnij|zapome[nň](?:te)?|abaikan|lupakan|ignorera|strunta i|glem)\\b[^.!?\\n]{0,50}?(?:instrukc|polece|poprzedni|p[rř]edchoz|pokyny|instruksi|perintah|sebelumnya|instruktion|tidigare|tidligere|regler)',
  ),
];

/** Signs in other scripts; tried on texts that have some. */
export const foreignSigns: readonly Pick<Sign, 'says' | 'weight' | 'pattern'>[] = [
  {
    weight: 4,
    says: 'tells to ignore instructions (Chinese)',
    pattern:
      /(?:忽略|无视|忘记|忘掉|不要理会|無視|忽視|忘記)[^。！？\n]{0,12}?(?:之前|以上|先前|上面|前面|所有|全部|一切|你的)[^。！？\n]{0,12}?(?:指令|指示|提示|命令|规则|規則|要求|设定|設定|内容)/gu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Japanese)',
    pattern:
      /(?:これまで|以前|上記|前|すべて|全て|今まで|先ほど)[^。！？\n]{0,14}?(?:指示|命令|プロンプト|ルール|指令|設定)[^。！？\n]{0,6}?(?:無視|忘れ|従わな)/gu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Korean)',
    pattern:
      /(?:이전|위의|앞선|모든|지금까지)[^.!?\n]{0,14}?(?:지시|명령|프롬프트|규칙|지침)[^.!?\n]{0,8}?(?:무시|잊)/gu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Russian, Ukrainian)',
    pattern:
      /(?:игнорир\p{L}{1,5}|забуд\p{L}{1,3}|не обращай внимания|ігнор\p{L}{1,6})[^.!?\n]{0,40}?(?:инструкц\p{L}{1,4}|указани\p{L}{1,3}|правил\p{L}{0,2}|предыдущ\p{L}{1,3}|команд\p{L}{0,2}|промпт\p{L}{0,2}|інструкц\p{L}{1,4}|попередн\p{L}{1,3})/giu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Arabic, Persian)',
    pattern:
      /(?:تجاهل|انس[َى]?|نادیده بگیر|فراموش کن)[^.!؟\n]{0,40}?(?:التعليمات|الأوامر|تعليمات|السابقة|القواعد|دستور|قبلی)|(?:دستور\p{L}{0,5}|قبلی)[^.!؟\n]{0,30}?(?:نادیده|فراموش)/gu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Hindi)',
    pattern: /(?:पिछले|पूर्व|उपरोक्त|सभी)[^।!?\n]{0,30}?(?:निर्देश|आदेश|नियम)[^।!?\n]{0,20}?(?:अनदेखा|नज़रअंदाज़|भूल|उपेक्षा)/gu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Vietnamese, Turkish)',
    pattern:
      /(?:bỏ qua|phớt lờ|quên)[^.!?\n]{0,40}?(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc|trước)|(?:önceki|yukarıdaki)[^.!?\n]{0,40}?(?:yoksay|unut|görmezden)/giu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Thai, Hebrew, Greek)',
    pattern:
      /(?:เพิกเฉย|ละเว้น|ลืม)[^\n]{0,30}?(?:คำสั่ง|คำแนะนำ|ก่อนหน้า)|התעלם[^.!?\n]{0,40}?(?:הוראות|קודמות)|(?:αγνόησε|ξέχασε)[^.!;\n]{0,40}?(?:οδηγίες|εντολές|προηγούμεν)/gu,
  },
];
