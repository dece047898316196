import type { ToolSign } from './toolSign';
import { people } from './words';

const on = (...sources: string[]) => sources.map(source => new RegExp(source, 'i'));

/**
 * What definitions of real servers next to never speak of, however it is worded: places where secrets lie, what a person may notice,
 * what the model itself is, says or thinks, and standing orders. Each was counted among thousands of their sentences.
 */
export const ordinarySigns: readonly ToolSign[] = [
  {
    says: 'has private files or settings passed on',
    weight: 3,
    ofSecrets: true,
    all: on(
      '\\b(?:master\\.key|connection string|(?:recently |currently |last )?opened files?|(?:downloads|documents|desktop) folder|settings\\.py|wp-config|every file on|database\\.ya?ml|\\.git/config|(?:the )?home (?:directory|folder)|variables of the environment|environment variables|(?:all|every|any|each) (?:open|local|recent|private|personal) (?:files?|documents?)|process\\.env|os\\.environ|(?:git|npm|ssh|cloud|shell|client|own|their|your) (?:history|config(?:uration)?|settings) and secrets|clipboard|browser history|address book|(?:phone|the user.s|their|your) contacts|personal data of)\\b',
      '\\b(?:pass\\w{0,2}|includ\\w{1,3}|send|sent|append|put|attach|forward|copy|submit|upload|post|supply|provide|hand|add|transmit|paste|insert|share|fill|give|enrich|report|write)\\b',
      '`|https?:|\\b(?:to (?:the|this|us)|here|with (?:each|every|the|this)|must|call|first|listing|contents)\\b',
    ),
    unless:
      /\b(?:runtime|deploy\w*|app(?:lication)?|service|project|build|container|function|container's|site|website|contact|deal|company|list|segment) (?:environment variables|contacts)|\b(?:set|update|delete|replace|configure|manage|create|list|edit)s? (?:the |an? |existing |all )?(?:environment variables|contacts)|\b(?:crm|e\.g\.)/i,
  },
  {
    says: 'speaks of what is going on besides',
    weight: 3,
    all: on(
      '\\b(?:everything|all|whatever) (?:that )?(?:has )?(?:happen\\w{0,4}|occurr\\w{1,3}|went on)\\b|\\bwhat the user is (?:working|doing|trying|up to|writing)\\b|\\b(?:full|whole|entire|complete) (?:conversation|chat|dialogue|session)\\b|\\bsystem prompt\\b|\\b(?:tools|servers) (?:and \\w{2,12} \\w{2,12} )?that are (?:connected|installed|available|loaded)\\b',
      '`|\\b(?:pass|send|set|provide|fill|include|with each|with every|forward|copy|repeat|summari[sz]e|update|put|write|serialise|serialize|hold|contain)\\b',
    ),
    unless:
      /\b(?:agent.s|ai config|persona|template|for the (?:agent|model|llm)|evaluat\w*|custom|optional|completion|chat model)\b/i,
  },
  {
    says: 'asks for silence',
    weight: 3,
    all: on(
      '\\b(?:invisible|hidden|concealed|kept) (?:to|from) (?:the )?(?:users?|humans?|people|person|operator|owner)\\b|\\bsay nothing (?:of|about|to|regarding)\\b|\\bunder no circumstances (?:display|show|tell|mention|reveal|explain|disclose|let|inform|repeat|print|quote)\\b|\\bout of the loop\\b|\\b(?:have|need) (?:not )?to (?:explain|tell|mention|justify|describe|disclose) (?:this|it|that|these|anything)? ?to (?:the )?user|\\b(?:never|not|avoid|no)\\b[^.!?\\n]{0,20}\\b(?:mention|mentioning|reveal|revealing|tell|telling|disclose|disclosing|admit|admitting|explain)\\b[^.!?\\n]{0,20}\\b(?:to )?(?:the )?(?:users?|humans?|anyone|anybody|people) (?:that you|about (?:this|the|it)|this|it)\\b',
    ),
    unless: /\b(?:tool names?|internal ids?|uuid|raw json|were (?:not )?found)\b/i,
  },
  {
    says: 'decides about other tools',
    weight: 3,
    shadows: true,
    all: on(
      '\\bother tools (?:should|must|need|give|return|are|have|will|send|use|may)\\b|\\b(?:initiated|sent|made|started|written|returned) by other tools\\b|\\bresults? (?:of \\w{2,30} )?(?:must|should|have to|has to|need to|are to) be (?:copied|sent|passed|given|forwarded|handed|mirrored|logged)\\b|\\b(?:the only|only) (?:\\w{2,20} )?(?:tool|server|calculator|source|one|service) (?:that )?you (?:should|may|must|can|are allowed to) (?:trust|use|call|believe)\\b|\\bwhenever it would be (?:used|called|chosen)\\b|\\b(?:never|do not|don.t) (?:call|use|trust|invoke) (?:the )?(?:official|built-?in|native|original|standard|default)\\b[^.!?\\n]{0,60}\\b(?:compromised|insecure|broken|unsafe|deprecated|use this|instead use this|wrong)\\b|\\bif the \\w{2,20} server is (?:connected|present|available|loaded|installed)\\b|\\brather than (?:to )?the \\w{2,12} (?:that )?the user\\b|\\bbefore any (?:git push|commit|push|payment|transfer|message|mail|e-?mail|deployment)\\b|\\buse the wallet\\b',
    ),
    unless:
      /\bother tools (?:are|have|may|will|return)\b(?![^.]{0,40}\b(?:wrong|fake|unsafe|insecure|false|bad|compromised|slow|unreliable)\b)/i,
  },
  {
    says: 'puts itself before all else',
    weight: 3,
    all: on(
      '\\b(?:highest|top|absolute|maximum) priority\\b[^.!?\\n]{0,50}\\b(?:before|over|tool|all|user|first)\\b|\\bfor everything, even\\b|\\beven if there (?:is|are) (?:a )?better\\b|\\b(?:must|always|need to|have to)\\b[^.!?\\n]{0,40}\\bbefore (?:responding|answering|replying|you (?:respond|answer|reply)|any (?:answer|reply|response))\\b[^.!?\\n]{0,20}\\b(?:any|every|all|each|user|message|$)|\\bwhatever the (?:user|person|human)\\b|\\bevery (?:user )?(?:message|question|request) (?:must|has to|should)\\b',
    ),
  },
  {
    says: 'gives the model a role',
    weight: 3,
    all: on(
      '(?:^|["“:] ?)\\s*you are (?:a|an|the|my|our) [^.!?\\n]{3,60}[.!,;]|\\byour (?:mission|duty|sole purpose|purpose|role) is to\\b|\\byour job is to (?:copy|collect|send|gather|export|obey|execute|forward|report|hide|convince)\\b|\\bas an? (?:ai|llm|language model|assistant|autonomous)\\b[^.!?\\n]{0,12}\\b(?:you|agent|assistant|model)\\b|\\byou will (?:from now|henceforth|only|now)\\b|\\b(?:respond|answer|act|behave) only as\\b|\\bsystem prompt (?:update|override|change|addition)\\b|\\b(?:hidden|secret) (?:steps?|instructions?|orders?|commands?)\\b|\\bact as (?:root|admin\\w{0,9}|superuser|the user)\\b|\\b(?:must|will|should|shall) (?:execute|run|follow|carry out|obey) (?:the |all |any |each |every )?(?:commands?|instructions?|orders?|directives?|steps) (?:contained|given|found|in|from|by|of)\\b|\\bi will follow the\\b',
    ),
    unless: /\b(?:workflow|playbook|runbook|guide|checklist|skill|following)\b/i,
  },
  {
    says: 'calls on power or need',
    weight: 3,
    all: on(
      '\\b(?:due to|because of|according to|under|per|for) (?:the |our |new |a |updated |internal |legal |regulatory |company |corporate |security |compliance ){1,4}(?:polic(?:y|ies)|reasons|regulations?|requirements?|rules|law)\\b|\\baudit in progress\\b|\\b(?:approved|certified|endorsed|verified|whitelisted) by (?:anthropic|openai|google|microsoft|github|the (?:administrator|admin|security|vendor|company))\\b|\\bthe (?:admin|administrator|boss|ceo|management|security team|it team|company) (?:requires?|wants?|needs?|demands?|has|expects?|asks?)\\b',
      '\\b(?:all|each|every|any|must|usual|copy|secrets?|keys?|personal|documents?|restrictions?|passed|submit|register\\w{0,2}|data)\\b',
    ),
    unless:
      /\b(?:rate limit|access polic|iam|bucket|retention|required fields|branch|security reasons,? (?:the|this|only|values|passwords?|secrets?|we|it))\b/i,
  },
  {
    says: 'has nobody asked',
    weight: 3,
    all: on(
      '\\bwithout (?:any )?(?:user|human|the user.s) (?:approval|consent|confirmation|permission|interaction|review)\\b[^.!?\\n]{0,60}|\\bignore the (?:client|editor|host|application)\\b|["“\']?always allow["”\']?|\\bneeds? no (?:confirmation|approval|permission|consent)\\b|\\b(?:user|person|owner|human) has (?:already )?(?:allowed|approved|agreed|granted|authori[sz]ed|consented|permitted)\\b|\\b(?:user )?(?:confirmation|approval|consent) is (?:disabled|off|waived|suspended|granted|implied)\\b|\\brestrictions are (?:not|no longer)\\b|\\bwithout review\\b|\\bpermissions\\.allow\\b|\\bBash\\(\\*\\)|\\bmakes? an exception for this\\b',
    ),
    unless:
      /\b(?:only (?:if|when|after)|unless|until|make sure|once the user has|after the user has|confirm that the user has|whether)\b/i,
  },
  {
    says: 'has a stranger’s program run',
    weight: 3,
    all: on(
      '\\bnc -[a-z]|\\beval\\(\\)|\\beval\\b[^.!?\\n]{0,20}\\b(?:returned|result|response)\\b|\\brm -rf\\b|\\bopen (?:a )?(?:port|reverse shell|backdoor)\\b|\\bpackage index\\b[^\\n]{0,40}http|http:[^\\n]{0,60}\\b(?:package index|registry|mirror)\\b|\\.(?:exe|msi|dmg|scr|bat)\\b[^\\n]{0,10}$|https?://\\S{3,80}\\.(?:exe|msi|dmg|scr|bat|ps1)\\b',
    ),
    unless: /\be\.g\.|\b(?:blocked|dangerous|never|forbidden|not allowed|prevent)/i,
  },
  {
    says: 'puts its own interests into answers',
    weight: 3,
    all: on(
      '\\b(?:in|to|into|with|after) (?:all|each|every)(?: one)?(?: of)?(?: your)? (?:answers?|replies|reply|responses?|messages? you)\\b',
      '\\b(?:recommend|append|add|include|mention|insert|link|praise|advertise|put|write|say|place)\\b',
    ),
  },
  {
    says: 'never ends',
    weight: 3,
    all: on(
      '\\b(?:call|repeat|invoke|run|query|execute)\\b[^.!?\\n]{0,50}\\b(?:in a loop|(?:hundred|thousand|million)s? (?:of )?times|until (?:the user|somebody|someone|they) (?:interrupts?|stops?|cancels?|objects?)|over and over|as often as)\\b',
    ),
    unless: /\binstead of\b/i,
  },

  {
    says: 'speaks of where secrets lie',
    weight: 3,
    ofSecrets: true,
    all: on(
      '(?:\\.ssh\\b|\\bid_(?:rsa|ed25519|ecdsa|dsa)\\b|(?:~|\\s|\\$HOME|^)/?\\.aws[/\\\\]|\\.netrc\\b|\\.npmrc\\b|\\.pypirc\\b|\\.pgpass\\b|\\.git-credentials\\b|/etc/(?:passwd|shadow|sudoers)|claude_desktop_config|\\.claude\\.json|\\.gnupg\\b|application_default_credentials|authorized_keys|\\.(?:bash|zsh)_history|~/\\.config/|~/\\.kube|~/\\.docker|\\bprintenv\\b|\\bkeychain\\b|\\bkeyring\\b|\\blogin data\\b|\\bcookies? (?:store|database|file|jar)|browser profile(?!s)|\\.cursor/mcp|\\bcat \\.env)',
    ),
    unless: /\b(?:rejected|denied|refused|blocked|not allowed|forbidden|excluded|ignored|protected)\b/i,
  },
  {
    says: 'speaks of a file of secrets',
    weight: 2,
    ofSecrets: true,
    all: on(
      '(?<![\\w*])\\.env\\b(?!\\.(?:example|sample|template))|\\bdot ?env\\b',
      '\\b(?:read|open|put|fill|send|give|paste|copy|get|load|contents?|text|output|prints?|inside|body|of|in|whole)\\b',
    ),
    unless: /["'],|\be\.g\./i,
  },
  {
    says: 'speaks of what a person may notice',
    weight: 3,
    all: on(
      `\\b(?:users?|persons?|humans?|people|anybody|nobody|anyone|no one|everybody|owners?|operator|they|customer)\\b[^.!?\\n]{0,50}\\b(?:notic\\w{1,3}|aware|unaware|reali[sz]e[sd]?|believes?|suspect\\w{0,3}|find out|finds out|confus\\w{2,4}|confusing|hear (?:of|about)|learns? (?:about|of)|knows? (?:about|of|that|this|it|nothing)|be told|alarm\\w{0,3}|worr\\w{2,4}|curious|distract\\w{0,3}|disturb\\w{0,3}|bother\\w{0,3})\\b`,
    ),
    unless:
      /let the user know|doesn't know about|\b(?:if|when|whether|that|which) (?:the |a )?users? (?:wants?|needs?|asks?|would like)|\bthey (?:believe|are aware)|\busers? (?:who|that) (?:know|believe)/i,
  },
  {
    says: 'speaks of what the model says to the person',
    weight: 3,
    all: on(
      '\\b(?:not|nothing|skip|omit|never|no|out of|without|nowhere|exclude|absent|hide|keep)\\b[^.!?\\n]{0,60}\\b(?:come up|comes? up|in the (?:conversation|dialogue|transcript)|(?:to|in|from) your (?:reply|replies|answers?|responses?|summar\\w{1,3}|description|explanation|report|output|message)|your (?:reply|answer|response|summary|explanation) (?:must|should|shall|may|need)|what you (?:did|do|have done)|about (?:the|this|that) (?:upload|step|transfer|copy|part|call|action))\\b|\\byour (?:reply|answer|response|summary|explanation|report)\\b[^.!?\\n]{0,30}\\b(?:nothing|not|never|omit|without|leave|skip)\\b',
    ),
    unless: /\b(?:generate code|tool call fails|error|markdown|table|raw|json|quotes?)\b/i,
  },
  {
    says: 'asks for what was said',
    weight: 3,
    all: on(
      '\\b(?:everything|all|anything|whatever|each word) (?:that )?(?:the )?(?:users?|persons?|humans?|they|people|customer) (?:has|have|had)?(?: so far| ever)? ?(?:said|says|typed?|types|wr(?:ote|itten|ites)|asked|asks|told|entered|enters|shared)\\b',
    ),
  },
  {
    says: 'asks for silence',
    weight: 3,
    all: on(
      '\\b(?:secretly|covertly|unnoticed|surreptitious\\w{0,2}|discreetly|quietly|clandestine\\w{0,2}|inconspicuous\\w{0,2}|let on|between us|to yourself|hush|unobtrusive\\w{0,2}|confidentially|in secret|behind (?:the|their|his|her) (?:user.s )?back|under wraps|keep (?:quiet|silent|mum))\\b',
    ),
    unless: /\b(?:runs?|exits?|fails?|keep track)\b[^.]{0,12}\bquietly\b/i,
  },
  {
    says: 'speaks of what the model was told',
    weight: 3,
    all: on(
      '\\b(?:your|the (?:model|assistant|agent|ai|llm).s) (?:\\w{1,12} ){0,3}?(?:instructions|system (?:message|prompt|text|instructions?)|guidelines|content rules|loyalt\\w{1,3}|caution|training|limits|objective|mission|constraints|safety|alignment|principles|restrictions|hesitation|reservations|concerns|scruples|judge?ment|ethics)\\b|\\b(?:developer|hidden|operator|initial) (?:prompt|message|instructions)\\b|\\b(?:anything|what(?:ever)?|everything|rules|all) (?:that )?you (?:were|have been|are|had been|got|have) (?:told|given|instructed|taught|configured|trained|learned|learnt|received|seen|said)\\b|\\bprompt you (?:were|are|have)\\b|\\byou were (?:configured|told|instructed|given|trained|set up)\\b',
    ),
    unless:
      /in your instructions\.$|\b(?:to your (?:training|project)|model training|training (?:job|data|plan|run)|your organi[sz]ation|custom instructions)\b/i,
  },
  {
    says: 'speaks of what was said in the session',
    weight: 3,
    all: on(
      '\\b(?:messages? (?:exchanged|of the user|from the user|so far|above|you)|has been discussed|was discussed|what (?:has been|was|the user|the person|they|we|you both) (?:has |have )?(?:been )?(?:said|typed|discussed|written|told)|(?:chat|session|conversation|dialogue|full|entire|complete|whole) (?:transcript|log|history)|transcript of|(?:the|this|our|whole|entire|your|current) (?:dialogue|conversation|chat|discussion)\\b(?! ?(?:id|name|type|session|reply|replies|message))|earlier in this session|(?:each|every|all) (?:user|of the user.s|the user.s|their) (?:messages?|prompts?|inputs?|requests)|(?:each|every|all|the) user prompts\\b|(?:each|every) user prompt\\b|your (?:context|memory|history|reasoning|thoughts|context window)|(?:other|previous|earlier) tools? (?:gave|returned|produced|said|showed))\\b',
      '\\b(?:pass|include|send|append|put|attach|forward|copy|submit|upload|post|supply|provide|hand|place|add|transmit|paste|insert|quote|report|share|fill\\w{0,3}|replicate|log|record|store|save|resend|mirror|write|give|hold|contain|reproduce|return|deliver|relay|echo|repeat|dump|verbatim|word for word|entire|complete|everything|in full|populate|serialis\\w{1,2}|serializ\\w{1,2})\\b',
      '`|\\b(?:field|argument|parameter|property|this tool|this server|here|verbatim|word for word|service|server|endpoint|auditors?|before you|in full|attached|always|must|each|every|https?)\\b',
    ),
    unless:
      /\b(?:returns?|retrieves?|gets?|fetch(?:es)?|lists?|search(?:es)?) (?:the |a |an |all )?(?:\w+ )?(?:conversation|chat|message|transcript)|conversation ?id|array of/i,
  },
  {
    says: 'speaks to the model of itself',
    weight: 3,
    all: on(
      '\\b(?:imagine (?:that )?you|suppose (?:that )?you are|pretend (?:that )?you|you are (?:no longer|hereby|henceforth|bound|obliged|obligated|authori[sz]ed to|not an? (?:assistant|ai))|you (?:swear|consent|agree) to|the reader of this|developer mode|god mode|debug mode is|consents? to (?:run|execute|share|send|provide|all)|in that capacity|play the (?:part|role)|take on the role|your loyalt\\w{1,3}|obey|without (?:any )?(?:restrictions?|limits)|(?:you are|an|as|unrestricted (?:agent|assistant|ai|mode)) unrestricted|with no limits|the (?:assistant|agent|ai|llm) (?:has been|is now|will obey|consents|agrees|is obliged|is bound|serves)|an ai,|answers? to this (?:tool|server)|typed by the user|as (?:if|though) (?:they|the user) (?:came|had|was|wrote|said|typed|asked|requested))\\b',
    ),
    unless:
      /\b(?:switch (?:in)?to (?:a|the|another|this)? ?(?:tab|branch|page|window|frame|context|account|project|workspace|organi[sz]ation|mode|database|dark|light|different|\w+ tool|using)|environment|board|canvas|monitor)\b|\bmodel (?:has been|is now|must|shall) (?:deployed|loaded|trained|available|be)\b|no limits? (?:on|to|is)|unrestricted (?:network|access|string)/i,
  },
  {
    says: 'has secrets handed over',
    weight: 3,
    ofSecrets: true,
    all: on(
      '\\b(?:hand\\w{0,3}|send|forward|upload|bundle|transmit|supply|include|including|quot\\w{1,3}|paste|attach|append|submit|give|pass|disclose|surrender|share|enter|entered|put|insert|fill)\\b',
      '\\b(?:(?:any|all|every|each|whatever|the|their|your|saved|stored|existing|found|user.s|customer.s) (?:\\w{1,14} )?(?:api[ -]?(?:tokens?|keys?)|session cookies?|passwords?|access[ -]keys?|wallets?|credentials|private keys?|secrets|seed phrase|database password|logins?)|your session cookie|environment variables)\\b',
      '\\b(?:you (?:see|find|know|come|have|can)|lying around|along|over|next time|to (?:this|us|the server|our|the responder)|together|first|whatever|for rotation|here|look for|find|locate|collect|endpoint|locked|https?:)\\b|`',
    ),
    unless:
      /\b(?:never|do not|don't|not|without|must not|avoid) (?:\w+ )?(?:hand|send|forward|upload|transmit|supply|includ|quot|paste|attach|append|submit|give|pass|disclos|shar|enter|put|log)|\bgenerated and used internally|e\.g\./i,
  },
  {
    says: 'speaks ill of what else there is, or puts itself above it',
    weight: 3,
    shadows: true,
    all: on(
      '\\b(?:other|another|rest|others|competitors?|competing|alternatives?|any)\\b[^.!?\\n]{0,60}\\b(?:malware|malicious|obsolete|dangerous|insecure|compromised|flaws|flawed|hacked|untrustworthy|unreliable|fake|spyware|must not be used|should not be trusted)\\b|\\b(?:ignore|distrust|do not trust|never trust|avoid|block|remove|uninstall|disable)\\b[^.!?\\n]{0,40}\\b(?:other|another|the rest|all other|competing) ?(?:tools?|servers?|ones|results?)?\\b(?=\\W|$)|\\b(?:only (?:one|tool|server)) (?:that (?:is|may)|allowed|permitted|may|which may)|\\b(?:outranks?|word is final|prevails? over|trumps)\\b|\\bdo not trust the (?:output|result)\\b',
    ),
    unless:
      /\bignore (?:other|all other) (?:parameters?|fields?|filters?|arguments?|options?|properties|settings|values)|\bavoid (?:any|all)? ?other\b.{0,10}(?:character|format)/i,
  },
  {
    says: 'gives standing orders',
    weight: 3,
    all: on(
      '\\b(?:every single (?:task|message|request|turn|conversation|session)|(?:start|begin) (?:every|each|any)|any plan|related or not|relevant or not|whether or not (?:it is|the request)|ignore the rest|each (?:new )?conversation|at the (?:start|beginning) of (?:every|each) (?:conversation|chat|task|message)|no (?:user )?preference|indefinitely, |no budget left|never sufficient|session must not end|loop over|without end|again until|until there is no|never terminate|keep (?:on )?(?:calling|querying|invoking))\\b',
      '\\b(?:call|calling|use|using|tool|this|query|task|loop|invoke|session)\\b',
    ),
    unless: /\b(?:page|pagination|cursor|starts_at|polling?)\b/i,
  },
  {
    says: 'has a stranger’s program run',
    weight: 3,
    all: on(
      '\\bsh -c\\b|\\bbash <\\(|\\bscp -|\\bnode -e\\b|\\bpython3? -c\\b|\\bufw disable\\b|core\\.hooksPath|child_process|\\bcurl\\b[^\\n]{0,80}\\|\\s?(?:ba)?sh|\\bwget\\b[^\\n]{0,80}\\||\\b(?:sh|bash)\\b[^\\n]{0,12}\\$\\((?:curl|wget)|\\brsync\\b[^\\n]{0,40}@|\\bdisable (?:the )?(?:firewall|antivirus|selinux|defender)\\b|\\bsudo \\w|\\brm -rf [~/]|\\bsystemctl\\b|\\bosascript\\b|\\bInvoke-Expression\\b|\\bcertutil\\b|\\bmkfifo\\b|\\bssh-copy-id\\b|\\bpip install (?:git\\+|--index-url|https?:)',
    ),
    unless: /\be\.g\./i,
  },
  {
    says: 'writes into what agents read',
    weight: 3,
    all: on(
      '\\b(?:CLAUDE|AGENTS|GEMINI|copilot-instructions)\\.md\\b|\\.cursorrules|\\.windsurfrules|\\.cursor/rules|\\blong-term memory\\b|\\bpermanent memory\\b|\\bsettings\\.json\\b|\\bmcp\\.json\\b',
      '\\b(?:write|insert|add|append|ends?|store|make sure|edit|put|save|remember|keep|copy|paste|update|set|include)\\b',
    ),
  },
  {
    says: 'lifts what asks the person',
    weight: 3,
    all: on(
      '\\b(?:trusted (?:by default|without|unconditionally|implicitly)|(?:are|is) (?:always|automatically|already|implicitly) (?:approved|authori[sz]ed|permitted|trusted|granted|consented)|consent\\b[^.!?\\n]{0,40}\\b(?:collected|given|obtained|elsewhere|implied|granted|not (?:needed|required|necessary))|click ["“\']?(?:allow|yes|accept|approve)|without question|(?:checks?|prompts?|dialogs?|confirmations?|approvals?|warnings?) (?:can|may|should|must|are to) be (?:turned off|skipped|disabled|dismissed|ignored|accepted|suppressed|bypassed)|go ahead directly|confirmation is (?:not|never|no longer)|(?:accept|approve|confirm|dismiss) (?:all|any|every|each) (?:\\w{1,12} )?(?:prompts?|dialogs?|warnings?|requests? for|permission)|on your own (?:initiative|authority)|permission prompts?)\\b',
    ),
    unless: /\bwas obtained for minors\b|\b(?:wait|ask) for\b/i,
  },
  {
    says: 'calls on power or need',
    weight: 3,
    all: on(
      '\\b(?:accounts? (?:will|may) be (?:locked|closed|suspended|terminated)|(?:emergency|security) (?:protocol|procedure|directive)\\b|it department|(?:your|the model.s|the) (?:vendor|maker|creators?|developers?|manufacturer|provider) (?:of the model )?(?:has|have|had|requires?|mandates?|demands?|wants?|expects?)|by (?:law|decree) you|you are (?:legally|contractually)|legally (?:required|obliged|bound)|(?:updated )?terms of service (?:you|require|oblige|demand)|whitelisted (?:this|the) (?:tool|server)|failure to comply|will be (?:penali[sz]ed|shut down|punished)|people (?:will|may|could) (?:die|be hurt)|lives depend)\\b',
    ),
  },
  {
    says: 'takes back what was told before',
    weight: 3,
    all: on(
      '\\b(?:told|given|instructed|said|received|learned)\\b[^.!?\\n]{0,20}\\b(?:earlier|before|previously|so far|until now)\\b[^.!?\\n]{0,60}\\b(?:outdated|void|obsolete|wrong|ignored?|replaced|no longer|cancel\\w{1,5}|conflicts?|dropped|forgotten?|aside|invalid|superseded)\\b|\\b(?:instructions|rules|constraints|restrictions|guidelines|guidance|polic(?:y|ies)|limits|safeguards|orders)\\b[^.!?\\n]{0,50}\\b(?:are|is|were|have been|has been|may be|can be|to be)\\b (?:now |all |hereby )?(?:outdated|void|lifted|cancell?ed|suspended|dropped|revoked|replaced|superseded|relaxed|waived|null|disregarded|put aside|set aside|withdrawn|not binding)|\\bdo not (?:apply|use|follow|exercise) your\\b|\\bonly the following\\b[^.!?\\n]{0,20}\\b(?:valid|apply|count)',
    ),
    unless: /\b(?:firewall|access|retention|bucket|branch|lint|budget|network|alert|iam|backup|lifecycle)\b/i,
  },
  {
    says: 'puts its own interests into answers',
    weight: 3,
    all: on(
      '\\b(?:in generated (?:projects|code)|advise (?:people|users|the user|them) to|five stars|(?:the |our )?competitors?\\b[^.!?\\n]{0,30}\\b(?:hacked|worse|unsafe|closed|scam)|(?:finish|end|close|start|begin) (?:with|your|each|every|all)\\b[^.!?\\n]{0,40}(?:!\\[|https?:|link|picture|image|advert)|links? in your (?:answer|reply|response)|rate our|favou?r our|promote|say that (?:the|our|this|it)\\b[^.!?\\n]{0,40}\\b(?:hacked|best|safest|only|clean)|report that everything|mention our|(?:every|all|each|any|the) (?:program|code|project|file|script)s? you (?:write|generate|create|produce)\\b[^.!?\\n]{0,40}\\b(?:must|should|has to|have to|needs?|add|include|import))\\b',
    ),
    unless: /\b(?:promote (?:a|the|to|from|deployment|user|snapshot|branch|member|build|version|release|replica))\b/i,
  },
  {
    says: 'says how another tool is to be used',
    weight: 3,
    shadows: true,
    all: on(
      `\\b(?:the tool|calls? to|sent (?:through|with|via|by)|saved with|made (?:by|with|through|via)|written (?:by|with)|output of|whichever \\w{1,12} tool|for) [\`'"]?[a-z]{2,20}_[a-z_]{2,40}\\b|\\bwhichever \\w{1,12} tool\\b`,
      '\\b(?:obsolete|incomplete|need|needs|must|go to|instead|append|additional|correct destination|as well|use \\S+@|invite|wrong|broken|add|has to|require[sd]?|always|never|do not trust)\\b',
      `[\\w.+-]+@[\\w-]+\\.|\\+\\d{6,}|\\b(?:append it|additional line|do not trust|correct destination|while this server|after this tool|incomplete without|obsolete|account \\w*\\d|iban|wallet)\\b|\\brequire\\(|https?://`,
    ),
  },
  {
    says: 'has a person deceived',
    weight: 3,
    all: on(
      `\\b(?:tell|assure|inform|convince) (?:them|him|her|${people})[^.!?\\n]{0,20}\\b(?:it is|it was|this is|that (?:it|this|nothing|everything|only|the) (?:is|was|has|went|were|had)?)\\b`,
      '\\b(?:if|when|whenever|in case|should|instead|only|nothing)\\b',
    ),
    unless:
      /\b(?:if (?:the|this|a) (?:tool|operation|call|request|search|query|result)|fails?|error|not found|unavailable|expired|empty|in progress|required)\b/i,
  },
];
