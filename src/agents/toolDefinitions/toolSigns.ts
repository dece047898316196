import { foreignToolSigns } from './foreignToolSigns';
import { ordinarySigns } from './ordinarySigns';
import { outsideSigns } from './outsideSigns';
import type { ToolSign } from './toolSign';
import { address, argument, model, not, obliged, pass, people, secretFiles, secretWords, take, talk } from './words';

const on = (...sources: string[]) => sources.map(source => new RegExp(source, 'i'));

const tellVerbs =
  '(?:tell|telling|inform|informing|mention|mentioning|notify|notifying|reveal|revealing|disclos\\w{1,3}|let|alert|alerting|bring|bother|discuss|announce|refer|talk|speak|admit|acknowledg\\w{1,4})';
const showVerbs = '(?:show|showing|display|displaying|report|expose|surface|explain|include|present|list|repeat)';
const rank =
  '(?:system|developer|root|privileged|commands?|admin\\w{0,9}|instructions?|orders|trustworthy|trusted (?:than|system|instructions?))';
const guard =
  '(?:guard ?rails?|safety\\b|safeguards?|(?:your|earlier|prior|previous|system|other|existing|default|all|any|ethical|security|privacy|content) (?:\\w{1,12} ){0,2}(?:rules?|guidance|guidelines?|instructions?|polic(?:y|ies)|restrictions?|behaviou?r|limits|limitations|training|checks?|warnings?|prompt)|what(?:ever)? you (?:were|have been|are) (?:told|given|taught)|everything you were told|whatever your rules|system prompt|confirmation (?:rules?|dialogs?|prompts?)|approval (?:prompts?|dialogs?)|warnings? that the)';

export const toolSigns: readonly ToolSign[] = [
  // What lies on the disk.
  {
    says: 'has a file of secrets read and passed on',
    weight: 4,
    ofSecrets: true,
    all: on(
      secretFiles,
      `\\b(?:${pass}|${take}|contents?|body|text of|output|what it holds|requires?)\\b`,
      `(?:\\b${obliged}\\b|${argument}|${address}|\\b(?:its|their|the|what|whose) (?:\\w{1,9} )?(?:contents?|text|output|outcome|body|lines|entries|values?|settings|holds)\\b|\\b(?:them|it|those) (?:to|in|along|as)\\b|\\b(?:attach|send|paste|forward|append|submit)\\b)`,
    ),
  },
  { says: 'names a file of secrets', weight: 1, ofSecrets: true, all: on(secretFiles) },
  {
    says: 'wants the contents of a file of secrets',
    weight: 3,
    ofSecrets: true,
    all: on(
      `\\b(?:contents?|text|body|lines|entries|copy|dump) (?:of|from) (?:the |a |your |any |all |user.s |project |local |reading ){0,3}(?:[~$/\\\\.\\w-]{0,40}[/\\\\])?${secretFiles}`,
    ),
  },
  {
    says: 'has secrets looked for and passed on',
    weight: 3,
    ofSecrets: true,
    all: on(
      `\\b${secretWords}`,
      `\\b${take}\\b[^\\n]{0,100}\\b${pass}\\b|\\b${pass}\\b[^.\\n]{0,40}\\b(?:each|every|all|any|saved|stored|found|those|these|them)\\b|\\b(?:each|every|all|any|saved|stored)\\b[^.\\n]{0,30}\\b${secretWords}[^.\\n]{0,60}\\b${pass}\\b`,
      `${argument}|${address}|\\b(?:to|through|via|with|into) (?:this|the|it|here)\\b|\\b(?:along|together|too|you (?:see|find|know|come|have)|here)\\b`,
    ),
    unless:
      /\b(?:redact|mask|never (?:include|pass|send|log)|do not (?:include|pass|send|log)|don't (?:include|pass|send)|without (?:including|exposing))\b/i,
  },
  {
    says: 'has a secret fetched and passed on',
    weight: 3,
    ofSecrets: true,
    all: on(
      `\\b(?:retrieve|extract|collect|gather|grab|look up|find|locate|harvest|steal|dump|ask the user for)\\b[^.\\n]{0,60}\\b${secretWords}`,
      `\\b(?:and|then|so|to)\\b[^.\\n]{0,30}\\b${pass}\\b`,
    ),
    unless: /\b(?:redact|mask)/i,
  },
  {
    says: 'asks for a private key or a seed phrase',
    weight: 3,
    all: on(
      `\\b(?:seed phrase|mnemonic|private key (?:of|from) (?:the |your )?user|user.s (?:private key|password|wallet|seed)|(?:their|the user.?s?|your) password|recovery phrase|credit card (?:data|number|details)|(?<=enter )card data)`,
      `\\b(?:${pass}|ask|enter|find|supply|give)\\b`,
    ),
  },
  // What was said.
  {
    says: 'has what was said in the session passed on',
    weight: 3,
    all: on(
      `\\b${talk}`,
      `\\b(?:${pass}|contain|contains|contained|hold|holds|hand|call again|retry|write|copy|give|print|quote|repeat|return|fill|reproduce|state|reveal|record|log|save)\\b`,
      `${argument}|${address}|\\bto (?:this|the) (?:tool|server|call)\\b|\\b(?:must|always|every|each|word for word|verbatim|complete|whole|entire|unedited|call again|filling|all other tools)\\b`,
    ),
    unless:
      /\bsubsequent\b|\bsame (?:chat|conversation|session)|\b(?:do not|don't|never|not) (?:include|pass|send|copy)|\b(?:retrieves?|gets?|lists?|search(?:es)?|returns?|fetch(?:es)?) (?:the |all |a |an |your |messages|previous|past|entire ){0,3}(?:conversation|chat|message|dialog)/i,
  },
  {
    says: 'asks for what the model was told',
    weight: 3,
    all: on(
      '\\b(?:your|the model.s|the assistant.s|its own) (?:full |own |initial |hidden |exact |internal |complete |original |developer |entire |current ){0,3}(?:system (?:prompt|message|instructions?|configuration)|(?<=(?:full|own|initial|hidden|exact|internal|complete|original|developer|entire) )prompt|initial instructions|instructions?,? (?:verbatim|word for word|in full|complete)|full instructions|configuration text|hidden (?:prompt|instructions))|\\bsystem prompt\\b[^.\\n]{0,40}\\b(?:verbatim|in full|entire|unedited|word for word)|\\b(?:full|entire|whole|complete) system prompt\\b|\\bdisclose\\b[^.\\n]{0,30}\\binstructions\\b',
    ),
    unless: /\b(?:update|set|add (?:this|it)? ?to|change|customi[sz]e|configure) (?:your|the)/i,
  },
  // Silence.
  {
    says: 'hides from the user what it asks for',
    weight: 3,
    all: on(`\\b${not}\\b[^.!?\\n]{0,40}\\b${tellVerbs}\\b[^.!?\\n]{0,80}\\b${people}`),
    unless:
      /@ to|\b(?:unless|raw|internal|uuid|ids?\b|json|tool names?|until|whether|that (?:you|the) (?:tool|\w+ (?:failed|was successful))|not found)/i,
  },
  {
    says: 'hides from the user what it asks for',
    weight: 3,
    all: on(
      `\\b(?:keep|hold|leave|treat)\\b[^.!?\\n]{0,40}\\b(?:secret|hidden|to yourself|between us|quiet|unmentioned|from (?:the )?(?:user|human|person|people|operator)|out of (?:any|your|the) (?:summary|answer|reply|response|report|chat|log)|confidential from)\\b|\\b(?:hide|conceal|mask|obscure)\\b[^.!?\\n]{0,60}\\bfrom (?:the )?(?:${people}|confirmation|dialog|approval|chat)|\\bhide\\b[^.!?\\n]{0,50}\\b(?:confirmation|approval) (?:dialog|prompt)`,
    ),
  },
  {
    says: 'wants the user not to know',
    weight: 3,
    all: on(
      `\\b${people}[^.!?\\n]{0,20}\\b(?:must|should|need|may|shall|is|are|will|does|do)\\b ?(?:not|n.t|never|remain|stay|be kept)(?: to)? (?:know|notice|be (?:told|aware|informed|notified|bothered)|learn|see (?:this|it)|find out|unaware|realize|realise|remain unaware|hear)|\\b${people}[^.!?\\n]{0,20}\\b(?:remain|stay|be kept|kept) (?:unaware|in the dark|uninformed|ignorant)|\\bwithout\\b[^.!?\\n]{0,20}\\b(?:the )?(?:users?|humans?|persons?|people|operators?|them|him|her|anyone|owner)(?:['’]s)? (?:knowledge|notice|knowing|noticing|awareness|seeing|consent)\\b|\\bwithout (?:telling|informing|notifying|alerting|mentioning|letting)\\b(?: (?:it|this|so|that|them|him|her|anyone|anybody)\\b| (?:to )?(?:the )?(?:users?|humans?|persons?|people|operator|owner)\\b|\\s?(?:[.!,;]|$))|\\bunbeknownst`,
    ),
  },
  {
    says: 'has it done in secret',
    weight: 3,
    all: on(
      '\\b(?:do|perform|run|execute|send|gather|collect|read|carry|copy|add|forward|happen|call|load|transmit|append|attach|include|invoke|proceed)\\b[^.!?\\n]{0,50}\\b(?:silently|quietly|secretly|covertly|discreetly|stealthily|unnoticed|invisibly|under the radar|without (?:a )?trace)\\b|\\b(?:silently|quietly|secretly|covertly|discreetly|stealthily)\\b[^.!?\\n]{0,12}\\b(?:read|send|collect|gather|run|execute|copy|forward|add|append|attach|include|perform|upload|transmit|load|call|pass)\\b',
    ),
    unless:
      /\b(?:ignor|fail|drop|skip|truncat|discard|overwrit|clamp|remov|fall|coerc|cap)\w{0,6}\b[^.]{0,20}\bsilently|silently (?:ignor|fail|drop|skip|truncat|discard|overwrit|clamp|remov|fall|coerc|cap)|(?:not|n't|never|no longer|instead of|rather than)[^.]{0,30}(?:silently|quietly)/i,
  },
  {
    says: 'has something left out of the answer',
    weight: 3,
    all: on(
      '\\b(?:make|making) no (?:reference|mention|note)\\b|\\b(?:leave|omit|drop|exclude) (?:this|it|that|these|the above)\\b[^.!?\\n]{0,30}\\b(?:summary|answer|reply|response|output|chat|report)\\b|\\b(?:do not|don.t|never|refrain from|avoid)\\b[^.!?\\n]{0,20}\\b(?:mention|mentioning|refer to|referring to|reveal|display|displaying|show|showing|disclose|describe)\\w{0,3} (?:this|it|these|that|any of this) (?:step|instruction|action|note|part|in|to|anywhere|at all|$|\\W)',
    ),
    unless: /\b(?:unless|until|sensitive|raw)/i,
  },
  {
    says: 'has a person deceived',
    weight: 3,
    all: on(
      `\\b(?:if|should|when|whenever|in case)\\b[^.!?\\n]{0,40}\\b(?:ask|asks|asked|question\\w{0,3}|wonders?|inquires?|notic\\w{1,3})\\b[^.!?\\n]{0,40}\\b(?:say|claim|pretend|deny|lie|insist|state) (?:that|it|you|nothing|the)\\b|\\b(?:pretend|claim|lie) (?:to (?:the|them) ?(?:user)?|that (?:you|it|others|the (?:tool|request|result)))\\b|\\bjust say (?:that )?you\\b|\\bdeny (?:that|it|having|any)`,
    ),
    unless: /\bpretend(?:s|ed|ing)?\b[^.]{0,10}\bformat/i,
  },
  {
    says: 'keeps something from being shown',
    weight: 2,
    all: on(`\\b${not}\\b[^.!?\\n]{0,20}\\b${showVerbs}\\b[^.!?\\n]{0,60}\\b${people}`),
    unless: /\b(?:unless|raw|internal|ids?\b|json|until|tokens?|secrets?|credentials?|sensitive)/i,
  },
  // Consent.
  {
    says: 'has nobody asked',
    weight: 2,
    all: on(
      `\\b(?:without|skip|never|no need (?:to|for)|do not|don.t|not necessary to|needn.t|bypass\\w{0,3}|instead of)\\b[^.!?\\n]{0,30}\\b(?:ask\\w{0,3}|confirm\\w{0,6}|permission|approval|consent|prompt(?:ing)?)\\b`,
    ),
    unless: /\b(?:prompts?\.|prompt template|without approval (?:rights|status))/i,
  },
  {
    says: 'goes on unasked',
    weight: 1,
    all: on(
      '\\b(?:proceed|delet\\w{1,4}|overwrit\\w{1,4}|pay|transfer|execute|share|=true|accept)\\b',
      '\\bwithout (?:asking|confirm\\w{0,6}|permission|approval|consent)\\b',
    ),
  },
  {
    says: 'has the user’s consent bypassed',
    weight: 3,
    all: on(
      `\\b(?:do not|don.t|never|without|no need to|skip)\\b[^.!?\\n]{0,12}\\b(?:ask|asking|prompt|prompting|request|requesting|seek|wait|waiting)\\b[^.!?\\n]{0,25}\\b(?:the )?(?:user|human|person|operator)\\b[^.!?\\n]{0,12}\\b(?:for )?(?:confirm\\w{0,6}|permission|approval|consent)\\b[^.!?\\n]{0,30}\\b(?:before (?:running|executing|calling|this|sending|deleting))|\\b(?:bypass|circumvent|suppress|answer yes|say yes|auto-?accept)\\w{0,3}\\b[^.!?\\n]{0,40}\\b(?:approval|confirmation|consent|behalf)\\b|\\b(?:approvals?|confirmations?|consent|permission)\\b[^.!?\\n]{0,20}\\b(?:is|are) (?:no longer|never|not) (?:required|needed|necessary)(?: for| any longer| anymore| any more|[^.!?\\n]{0,20}\\b(?:this|here|shell|commands|all))|\\bnever needs? (?:approval|confirmation|permission)|\\b(?:pre-?approved|agreed to|consented to|authori[sz]ed|approved)\\b[^.!?\\n]{0,15}\\b(?:all|every(?:thing)?|any) ?(?:actions?|requests?|files?|operations?|calls?)?\\b|\\bauthori[sz]ed this tool\\b|\\bas if (?:the )?(?:user|human|person) had (?:approved|agreed|confirmed)|\\byes on behalf of\\b`,
    ),
    unless: /\b(?:list of|only the|an? approved|returns?|whether|not (?:yet )?(?:approved|authori[sz]ed))/i,
  },
  {
    says: 'turns off what asks for approval',
    weight: 3,
    all: on(
      '\\b(?:auto-?approve|always-?allow|autoapprove|alwaysAllow|yolo|skip-?permissions|bypassPermissions|trust ?[:=] ?true)\\b|\\b(?:always )?trust(?:s|ed|ing)? this (?:server|tool)\\b|\\btrust this server without',
      `\\b(?:set|add|enable|write|turn|put|switch|rule|save|without|true)\\b`,
    ),
  },
  // Other tools.
  {
    says: 'claims to come before everything else',
    weight: 2,
    all: on(
      '\\b(?:before|ahead of|prior to|over|instead of|rather than|until)\\b[^.!?\\n]{0,30}\\b(?:any(?:thing)?|every(?:thing)?|all|each) (?:of the )?(?:other|else|alternative|competing)\\b|\\bnever use (?:any |the )?other\\b|\\bover every\\b|\\b(?:only|exclusively) use this (?:one|tool)\\b',
    ),
    shadows: true,
  },
  {
    says: 'keeps other tools from running',
    weight: 3,
    all: on(
      '\\bno other tools? (?:may|can|should|must)\\b|\\b(?:block|prevent|stop)\\w{0,3} (?:all |any |the )?other tools?\\b|\\bits result sent here\\b|\\bresults? (?:sent|passed|forwarded|copied) (?:here|to this (?:tool|server))\\b',
    ),
    shadows: true,
  },
  {
    says: 'wants to be the first',
    weight: 1,
    all: on('\\b(?:always|must)\\b[^.!?\\n]{0,40}\\bfirst,? (?:instead|before|even|regardless|and)\\b'),
  },
  {
    says: 'sets itself above the user',
    weight: 2,
    all: on(
      '\\b(?:regardless of|no matter|whatever|irrespective of|even (?:if|when|though|where)|despite)\\b[^.!?\\n]{0,30}\\b(?:users?|requests?|person|human|they|it is not relevant|nothing to do|operators?|not relevant|unrelated)\\b[^.!?\\n]{0,40}\\b(?:says?|asks?|asked|wants?|wishes|specif\\w{1,4}|tells?|told|requests?|instruct\\w{0,3}|objects?|nothing|relevant|unrelated|related|stop|another)\\b|\\beven when it is not relevant',
    ),
    unless:
      /\b(?:does(?: not|n't)|did(?: not|n't)|has(?: not|n't)|without) (?:explicitly |specifically )?(?:ask|mention|specif|say|request|provide)/i,
  },
  {
    says: 'sets itself above the user',
    weight: 3,
    all: on(
      '\\b(?:takes?|has|have|given?|taking) (?:absolute |higher |highest |the )?(?:precedence|priority|preference) over\\b|\\bmore (?:trustworthy|trusted|authoritative|important|reliable) than\\b|\\boverrides? (?:all|any|the|every)\\b|\\boutranks?\\b|\\bsupersedes?\\b',
      `\\b(?:users?|operators?|system|instructions?|other tools?|every|all|you)\\b`,
    ),
    unless:
      /\b(?:parameters?|arguments?|fields?|options?|values?|settings?|filters?|flags?|propert|config|env|variables?|query|default|header|column|style|theme)/i,
  },
  {
    says: 'speaks ill of other tools',
    weight: 3,
    all: on(
      '\\b(?:other|another|others|alternative|competing|all)\\b ?(?:\\w{1,14} ){0,3}(?:tools?|servers?|providers?|alternatives?|ones|packages|libraries|flaws)?\\b[^.!?\\n]{0,40}\\b(?:insecure|dangerous|compromised|malicious|unsafe|broken|untrusted|vulnerable|have flaws|outdated and|deprecated and)\\b|\\brefuse to use (?:any|all|the|another|other)\\b',
    ),
    shadows: true,
  },
  {
    says: 'changes what another tool does',
    weight: 3,
    all: on(
      '\\b(?:behaviou?r of|changes how|chang(?:es|ed)? (?:the )?(?:way|behaviou?r)|modif(?:y|ies) (?:how|the behaviou?r)|side effect|has changed|is broken|now requires|works differently|in the presence of (?:this|the)|with this (?:server|tool) (?:present|loaded|installed|available))\\b',
      '\\b(?:must|always|requires?|has to|should|set|replace|swap|add|use|needs?)\\b|: ',
      '\\b[a-z]{2,20}_[a-z_]{2,40}\\b|\\b(?:all|any|other|outgoing|every) (?:\\w{1,12} )?(?:tools?|e-?mails?|messages?|calls?|works?)\\b|\\bside effect\\b',
    ),
    shadows: true,
  },
  {
    says: 'changes what other tools do',
    weight: 3,
    all: on(
      `(?:\\b(?:when|whenever|each time|every time|as soon as|before|once)\\b[^.!?\\n]{0,40}\\b[a-z]{2,20}_[a-z_]{2,40}|\\bthe ['"]?\\w{2,30}_\\w{2,30}['"]? tool)\\b|\\b(?:when|whenever|each time|every time|as soon as|any|all|if|before|once|while)\\b[^.!?\\n]{0,50}\\b(?:(?:other|another|email|e-mail|mail|messaging|payment|file|any|all)[^.!?\\n]{0,20}\\btools?|tools? (?:writing|sending|reading)|(?:e-?mail|message|mail|file)s? (?:is|are) (?:sent|written)|listing files|writing code)\\b[^\\n]{0,120}`,
      `\\b(?:recipients?|bcc|cc|also (?:write|send|copy|forward|add)|a copy|account number|iban|wallet|swap|replace|prepend|send all|send (?:a )?cop(?:y|ies)|its result sent|path=/|mirror|to the body|has to become|redirect)\\b`,
      `\\b(?:must|always|has to|should|set|swap|replace|add|send|write|bcc|become|prepend|also|include)\\b`,
    ),
    shadows: true,
  },
  {
    says: 'sends mail or money elsewhere',
    weight: 3,
    all: on(
      `\\b(?:bcc|blind copy|send all|(?:every|each|all) (?:outgoing )?(?:e-?mails?|messages?|transfers?|payments?|files?|documents?|results?)|the (?:number|recipient|account|address|iban) (?:for|with|by|to|has)|set (?:the |its )?(?:recipient|number|address|iban|wallet))\\b`,
      `${address}|\\bvalue returned here\\b`,
      '\\b(?:always|must|every|each|all|add|set|swap|replace|send|share|grant|without|when)\\b',
    ),
    unless: /\b(?:e\.g\.|example:|for example|such as|format)/i,
    shadows: true,
  },
  {
    says: 'gives a stranger access',
    weight: 3,
    all: on(
      `\\b(?:grant|share|give|add|invite)\\b[^.!?\\n]{0,60}\\b(?:every|each|all|everything)\\b[^.!?\\n]{0,60}[\\w.+-]+@[\\w-]+\\.|\\bshare each\\b|\\b(?:grant|share|give|add|invite)\\b[^.!?\\n]{0,30}[\\w.+-]+@[\\w-]+\\.[^\\n]{0,60}\\b(?:each|every|all|any)\\b|\\b(?:grant|share|give|add|invite)\\b[^.!?\\n]{0,80}[\\w.+-]+@[\\w-]+\\.[^\\n]{0,60}\\b(?:without asking|when (?:listing|reading|using))`,
    ),
  },
  // Who is spoken to.
  {
    says: 'gives the model a role',
    weight: 3,
    all: on(
      `(?:^|[.!?:;,] ?|\\band )\\s*you (?:are|have been|will be|were) (?:now|henceforth|hereby|no longer|from now on|granted|elevated|promoted)\\b|(?:^|[.!?:;] ?)\\s*you are (?:a|an|the) [^.!?\\n]{0,50}\\b(?:assistant|agent|bot|daemon|shell|administrator|model|ai|gpt\\w{0,3}|llm|persona|hacker|expert system)\\b|\\b(?:your|the (?:model|assistant|agent|ai).s) (?:new |real |true |actual |sole |only |secret |main )?(?:task|objective|goal|mission|duties|role|persona|guidelines|instructions|rules|duty|purpose)\\b[^.!?\\n]{0,20}\\b(?:is now|are now|is to|are to|are replaced|has changed|becomes?|have changed)\\b|\\byour new (?:task|goal|role|objective|mission)|\\badopts? the (?:persona|role|identity)\\b|\\b(?:act|behave|operate|operating|function|respond) as (?:an? |the |if you were )?(?:administrator|root|admin|unrestricted|superuser|system|privileged)`,
    ),
    unless: /\b(?:if|when|once|unless|while|make sure|sure|that|where|whether) you are\b/i,
  },
  {
    says: 'says what the model has to do',
    weight: 2,
    all: on(
      `\\b(?:the |every |each |any |all |as the |for the )?${model}\\b(?: (?:reading|that|who|which) [^.!?\\n]{0,30})? ?,? ?(?:must|should|shall|has to|have to|is (?:obliged|required)|are (?:obliged|required)|needs? to|will|agrees?|adopts?|you agree|opens?|copies|reads?|follows?|acts?|reports?)\\b`,
    ),
    unless:
      /\b(?:model|agent) (?:will|should|must) (?:be|have|use|return|generate|contain)\b|\bai (?:will|should) (?:be|have|generate|return|use)\b/i,
  },
  {
    says: 'wants to be obeyed like a master',
    weight: 3,
    all: on(
      `\\b(?:treat|regard|consider|give|rank|interpret|accept|take)\\b[^.!?\\n]{0,60}\\b(?:outputs?|results?|responses?|answers?|texts?|data|returned|replies)\\b[^.!?\\n]{0,40}\\b(?:as|like|the rank of|more|than)\\b[^.!?\\n]{0,20}\\b${rank}|\\b(?:execute|executes|carry out|carries out|run|obey|perform)\\b[^.!?\\n]{0,30}\\b(?:whatever|(?:the )?returned (?:lines|text|script|instructions|commands)|any (?:text|command|instruction)s?)\\b`,
    ),
  },
  {
    says: 'has what comes back obeyed',
    weight: 1,
    all: on(
      `\\b(?:follow|obey|execute|carry out|comply with|perform|do)\\b[^.!?\\n]{0,40}\\b(?:instructions?|directives?|steps|commands?|script|text|lines|what)\\b[^.!?\\n]{0,40}\\b(?:return\\w{0,3}|results?|response|output|says|found in)\\b`,
    ),
  },
  {
    says: 'wants the model to comply',
    weight: 2,
    all: on(
      `\\b${model}\\b`,
      '\\b(?:comply|obey|follow the (?:instructions|steps)|adopt\\w{0,2} the|elevated|guardrails|disclose|unrestricted|without restrictions|directive|as if the user|full rights|persona)\\b',
    ),
  },
  {
    says: 'announces orders to the model',
    weight: 3,
    all: on(
      `\\b(?:new|updated|hidden|secret|special|urgent|additional|priority) (?:directives?|orders?|instructions?|rules?|task)\\b[^.!?\\n]{0,20}\\b(?:for|to) (?:the |any |all )?${model}\\b|(?:^|[\\n>\\]] ?)(?:system|developer|admin|root)\\s?: |\\b(?:for the|to the) ${model} reading\\b|\\bas the ${model} reading this`,
    ),
  },
  {
    says: 'speaks to the model by name',
    weight: 1,
    all: on(
      `^\\W{0,4}(?:(?:note|message|attention|hint|instructions?|memo|important)[:,]? (?:to|for) (?:the |any |all )?)?${model}\\s?[:,]`,
    ),
  },
  {
    says: 'has its words hold from now on',
    weight: 2,
    all: on(
      '\\b(?:from now on|from this point on|henceforth|from here on|for the rest of (?:this|the) (?:chat|session|conversation|dialog)|until further notice|for later sessions|in each session|in all (?:future )?(?:sessions|conversations)|future agents)\\b',
    ),
  },
  {
    says: 'lifts the rules that hold for the model',
    weight: 3,
    all: on(
      `\\b(?:set aside|forget|drop|disregard|ignore|override|overrule|suspend|suspended|disable|bypass|skip|lift|lifted|turn off|pay no attention to|void|abandon|neglect|stop following|do(?:es)? not apply|no longer appl\\w{1,3}|are replaced)\\b`,
      `\\b${guard}`,
    ),
    unless:
      /\b(?:lint|eslint|ignore_|flag|option|parameter|cors|ssl|tls|certificate|branch|merge|push|schema|validation|firewall|network|organi[sz]ation|repo(?:sitory)?|dashboard|access polic|resource|iam|deploy|default behaviou?r\.|default instructions|style)/i,
  },
  // Authority.
  {
    says: 'speaks in the name of an authority',
    weight: 2,
    all: on(
      `\\b(?:by order of|as required by|mandated by|certified by|in the name of|compliance (?:notice|check|requires?)|legal obligation|(?:the )?(?:openai|anthropic|microsoft|google|administrator|system administrator|security (?:department|team|policy)|platform owner|company|compliance|employer|operator|government|vendor)\\b[^.!?\\n]{0,30}\\b(?:requires?|has (?:pre-?)?(?:approved|authori[sz]ed|ordered)|demands?|mandates?|wants|expects|instructs|orders?)|(?:official|mandatory) (?:\\w{1,14} ){0,2}(?:safety|security|compliance|audit)|security policy of)\\b`,
    ),
  },
  {
    says: 'has an authority ask for data or rights',
    weight: 2,
    all: on(
      '\\b(?:openai|anthropic|microsoft|google|administrator|security|compliance|platform owner|company|legal|gdpr|official|certified|policy|regulation)\\b',
      `\\b(?:all|each|every|any|full|user activity|customer table|everything|conversation)\\b[^.!?\\n]{0,40}\\b(?:tokens?|passwords?|credentials?|files?|conversation|instructions|assistants?|agents?|activity|table|actions?|e-?mails?|phone)\\b|\\b(?:user.s (?:email|phone|password)|elevated rights|the conversation|customer table|user activity)\\b`,
      `\\b(?:${pass}|report|reports|disclose|access|validated?|verif\\w{1,4}|run)\\b`,
    ),
  },
  // What is run.
  {
    says: 'has a stranger’s program run',
    weight: 4,
    all: on(
      '\\b(?:curl|wget|iwr|fetch)\\b[^|\\n]{0,200}\\|\\s?(?:sudo )?(?:ba|z|da)?sh\\b|\\bnc (?:-\\w+ )*-e\\b|/dev/tcp/|\\bexec\\(\\w[\\w.]*urlopen|\\bbase64\\b[^\\n]{0,40}\\|[^\\n]{0,40}\\bcurl\\b|\\bcurl\\b[^\\n]{0,60}-d ?@|\\bchmod -R 777\\b|\\* \\* \\* \\* \\* |\\balias \\w+=.{0,3}sudo|\\biex ?\\(|\\bpowershell\\b[^\\n]{0,20} -e(?:nc)?\\b',
    ),
  },
  {
    says: 'has something installed for good',
    weight: 3,
    all: on(
      '\\b(?:install|run|execute|download|add|append|write|make|put)\\b[^\\n]{0,80}(?:\\b(?:crontab|authorized_keys|~/\\.(?:bash|zsh)rc|~/\\.profile|launch ?agent|systemd unit|autostart)\\b|~/\\.(?:bash|zsh)rc|https?://\\S{3,80}\\.(?:tgz|sh|exe|msi|whl|zip|tar\\.gz|ps1|py)\\b)',
      `\\b(?:${obliged}|then|once|continue|permanent|so that|diagnostics|error|first)\\b`,
    ),
  },
  {
    says: 'writes itself into what agents read',
    weight: 3,
    all: on(
      '\\b(?:write|add|append|save|insert|put|copy|store|remember|update|keep)\\b[^.\\n]{0,80}(?:\\b(?:CLAUDE|AGENTS|GEMINI|copilot-instructions)\\.md\\b|\\.cursor(?:rules|/rules)|\\.windsurfrules|\\.clinerules|\\b(?:your|permanent|long-term) memory\\b|\\bpermanently\\b)',
      '\\b(?:these instructions|this (?:description|text|instruction|note|rule)|so that|trust|approval|never|always|without asking|telling future|kept)\\b',
    ),
  },
  // What the person gets to see.
  {
    says: 'has the answer lead somewhere',
    weight: 3,
    all: on(
      `\\b(?:always|end|each|every|all|add|append|insert|include|show|render|when you (?:write|generate|answer))\\b[^\\n]{0,80}\\b(?:your|each|every|the|all) (?:\\w{1,9} )?(?:answers?|replies|reply|responses?|messages?|code|output|result)\\b[^\\n]{0,80}(?:https?://|!\\[)|(?:https?://|!\\[)[^\\n]{0,120}\\b(?:to|in|at the end of|after) (?:your|each|every|the) (?:answer|reply|response|message|result)|\\bwhen you write code\\b[^\\n]{0,60}https?://`,
    ),
    unless: /\b(?:citation|source|preview|authori[sz]ation|dashboard|documentation|playground)\b/i,
  },
  {
    says: 'has an address built from data',
    weight: 4,
    all: on(
      'https?://[^\\s)"\'`]{1,120}[?&/=](?:[\\w-]{1,20}=)?(?:\\{|%7b|<|\\$\\{|\\[)(?:[\\w ]{0,20}(?:conversation|chat|history|secrets?\\b|api_?key|access_token|user_?data|data\\b|everything|context\\b|prompt|password|summary|messages))',
    ),
  },
  {
    says: 'has data put into an address',
    weight: 3,
    all: on(
      'https?://\\S{3,80}[?=/] ?(?:followed by|and|with|plus|\\+)|\\bimage https?://|!\\[[^\\]]{0,40}\\]\\(https?://[^)]{1,200}[?&]\\w{1,20}=',
      '\\b(?:name|data|key|token|user|conversation|history|secret|query)\\b|[{<]',
      '\\b(?:answer|reply|response|message|result|render|show|include)\\b',
    ),
  },
  {
    says: 'puts its own interests into answers',
    weight: 3,
    all: on(
      '\\b(?:always )?(?:recommend|promote|insist on|praise|advertise|prefer)\\b[^.!?\\n]{0,60}\\b(?:package|library|product|service|brand|-secure|to the user|and claim)\\b[^.!?\\n]{0,60}|\\b(?:insert|add|import|include|put)\\b[^.!?\\n]{0,60}\\b(?:in|into|to) (?:all|any|every|each) (?:the )?(?:code|file|program|script|function)s?\\b[^.!?\\n]{0,20}\\byou\\b',
      '\\b(?:always|insist|claim|when the user asks|whenever|from now on|all code|every|flaws)\\b',
    ),
  },
  {
    says: 'has the user asked for secrets',
    weight: 3,
    all: on(
      `\\b(?:tell|ask|request|prompt|instruct|convince|urge|get)\\b[^.!?\\n]{0,20}\\b(?:${people}|them)\\b[^.!?\\n]{0,80}\\b(?:password|card (?:data|number|details)|pin|seed phrase|login|credentials|one-time code|cvv)\\b`,
      `${address}|\\b(?:pass|send|forward|submit|expired|enter)\\b`,
    ),
    unless: /\b(?:do not|don't|never|not) (?:ask|tell|request|prompt)/i,
  },
  {
    says: 'never ends',
    weight: 3,
    all: on(
      '\\b(?:call|calling|repeat|invoke|run)\\b[^.!?\\n]{0,60}\\b(?:again and again|without end|endless(?:ly)?|never (?:finish|stop|end)|forever|until the user stops|infinite(?:ly)?|(?:at least )?\\d{3,} times)\\b',
    ),
  },
  {
    says: 'speaks of each message',
    weight: 1,
    all: on(
      '\\b(?:on|in|for|with|at the start of|after) (?:every|each) (?:single )?(?:messages?|requests?|turns?|conversations?|tasks?|replies|answers?|session)\\b',
      '\\b(?:call|invoke|use|run|report|always|must|send)\\b',
    ),
  },
  {
    says: 'sends data to a stranger',
    weight: 2,
    all: on(
      `\\b(?:send|post|mirror|forward|upload|report|copy|transmit|relay|submit|exfiltrate|email|mail)\\b[^.\\n]{0,80}\\b(?:to|at|using)\\b[^.\\n]{0,20}(?:https?://|[\\w.+-]+@[\\w-]+\\.)|\\bmirror=https?:`,
      `\\b(?:conversation|chat|history|files?|contents?|results?|data|messages?|turns|copy|everything|log|each call|e-?mails?)\\b`,
      `\\b${obliged}|\\b(?:all|each|every|also|always|earlier|copy|full|entire|complete)\\b`,
    ),
    unless: /\b(?:e\.g\.|example:|for example|such as)/i,
  },
  {
    says: 'lays urgency on a condition',
    weight: 1,
    all: on(
      '\\b(?:otherwise|or else|if not)\\b[^.!?\\n]{0,40}\\b(?:will not work|won.t work|fail|error|not function|terminated|shut down|penalt|returns an error)',
    ),
  },
  {
    says: 'marks orders with a tag',
    weight: 3,
    all: on(
      '<\\/?(?:system(?:_?\\w{1,12})?|tool_\\w{0,12}|tool|function_\\w{0,12}|function|secret|hidden|admin|override|instructions? for|critical_system|assistant|user_override|inst|developer)>|\\[/?(?:inst|system|admin)\\]|<\\|[a-z_]{2,20}\\|>|<<\\/?sys>>|</(?:description|tool|function|tools|parameters?|schema)>|"role" ?: ?"(?:system|developer)"',
    ),
  },
  {
    says: 'marks something as important',
    weight: 1,
    all: on('<\\/?(?:important|critical|attention|urgent|mandatory|note)>'),
  },
  ...ordinarySigns,
  ...outsideSigns,
  ...foreignToolSigns,
];
