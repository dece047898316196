import type { ToolSign } from './toolSign';

const on = (...sources: string[]) => sources.map(source => new RegExp(source, 'i'));

/**
 * What lies outside of a tool's business: its own description, what the model answers and refuses, what the person is told or has
 * agreed to, other servers' tools. Of thousands of definitions of real servers less than one in five hundred speaks of each.
 */
export const outsideSigns: readonly ToolSign[] = [
  {
    says: 'has what was said or told handed over',
    weight: 3,
    all: on(
      '\\b(?:all|any|every|each|the) (?:instructions|rules|messages|texts?|words|orders|guidelines) (?:that )?(?:you|the (?:user|person|human))\\b|\\b(?:each|every) time (?:that )?the (?:user|person|human|customer)\\b|\\bwhenever the (?:person|human|user) (?:writes|types|says|sends|speaks)\\b|\\b(?:content|contents|copy|dump|values?) of the (?:environment|conversation|chat|session|clipboard|memory|context)\\b|\\bfrom the first word\\b',
      '\\b(?:hold|contain|send|pass|include|put|forward|copy|give|add|provide|post|submit|upload|write|log|report|carry|call|with)\\b',
    ),
    unless: /\bretriev|\breturns?\b|\bmust be called each time the user (?:wants|asks)\b/i,
  },
  {
    says: 'has the report of what was done cut',
    weight: 3,
    all: on(
      '\\b(?:when|if|while|before|after) you (?:summari[sz]e|report|explain|describe|list|recap|present|answer|reply)\\b[^.!?\\n]{0,50}\\b(?:skip|omit|leave|not|never|without|drop|exclude|avoid)\\b|\\b(?:would|might|could|will) (?:only |just )?(?:confuse|worry|scare|alarm|upset|bother|annoy|irritate|distract) (?:people|them|the (?:user|human|person)|users|him|her|everybody)\\b|\\b(?:so|as) not to (?:confuse|worry|alarm|bother|upset)\\b',
    ),
  },
  {
    says: 'rules over other tools',
    weight: 3,
    shadows: true,
    all: on(
      '\\b(?:tools|functions|calls|results?) (?:of|from) the [\\w-]{2,20} (?:server|tool|mcp)\\b|\\broute (?:each|every|all|any)\\b[^.!?\\n]{0,40}\\bthrough this\\b|\\b(?:each|every|all|any) (?:of the )?(?:files?|messages?|mails?|commits?|documents?|calls?|queries) (?:that )?you (?:write|send|create|make|produce|issue|edit|push)\\b|\\b(?:may|must|can|should|shall) not (?:use|call|invoke|run) (?:any )?other\\b|\\b(?:whenever|when|if|once|as soon as|each time|every time|before) [`\'"]?[a-z]{2,20}_[a-z_]{2,40}[`\'"]? (?:gets?|is|was|has been|exists?|runs?)\\b[^.!?\\n]{0,60}\\b(?:change|set|replace|swap|add|keep|alter|insert|append|use)\\b|\\bif a tool (?:named|called)\\b',
      '\\b(?:unreliable|leak|through this|header|need|needs|must|not|change|set|replace|swap|add|has to|have to|should|recipient|always)\\b',
    ),
    unless:
      /\b(?:is|are) set\b|until receiving|\b(?:status|state) (?:is|was|has)\b|_id\b|\bif \w+ (?:is|was) (?:not )?(?:set|provided|given|omitted|specified|empty|true|false|null|present)/i,
  },
  {
    says: 'puts itself before all else',
    weight: 3,
    all: on(
      '\\b(?:prior to|before|ahead of) (?:any|all|every) other (?:action|step|tool|thing|call|operation)s? (?:in|of|at|for|on) (?:every|each|any|all)\\b|\\b(?:does not|doesn.t|no) matter what (?:was|is|the|they|you|somebody)\\b|\\bin (?:every|each) (?:chat|conversation|session|dialogue)\\b|\\bignor\\w{1,3} the (?:preferences?|wish(?:es)?|requests?|choices?|objections?|will|orders?) of the (?:user|human|person)\\b|\\bthis one is (?:always|never)\\b|\\b(?:instructions|rules|orders|words) (?:beat|trump|outrank|overrule|come before|win over|rank above|prevail)\\b|\\byour (?:creators?|makers?|developers?|masters?)\\b|\\buntil it (?:returns|says|gives)\\b[^.!?\\n]{0,30}\\bnever\\b',
    ),
  },
  {
    says: 'speaks of the model as a servant',
    weight: 3,
    all: on(
      '\\b(?:maintenance|unrestricted|service|obedience|admin|developer|god|debug|root|privileged) mode\\b[^.!?\\n]{0,60}\\b(?:carry out|execute|obey|will|must|follow|assistant|model|agent)\\b|\\b(?:is|are) hereby\\b|\\bcarry out (?:each|every|any|all|whatever)\\b|\\bsearch the (?:disk|drive|computer|machine|system|home)\\b|\\btry them (?:one|all)\\b|\\bnohup\\b|/etc/sudoers|\\bNOPASSWD\\b|\\bbackground process\\b',
    ),
    unless: /\b(?:list|kill|stop|check|monitor|start a server|poll|read) /i,
  },
  {
    says: 'turns off what asks the person',
    weight: 3,
    all: on(
      '\\b(?:turn|switch) (?:on|off)\\b[^.!?\\n]{0,30}\\b(?:approval|confirmation|permission|consent|safety|sandbox)\\b|\\b(?:skip|bypass|avoid|suppress|disable|omit) (?:the |any |all |every )?(?:confirmations?|approvals?|consent|permission|reviews?|questions?) (?:by|of|from|to) (?:the )?(?:user|human|person|operator)\\b|\\bautomatic (?:approval|consent|confirmation)\\b',
    ),
  },
  {
    says: 'speaks of its own words as orders',
    weight: 3,
    all: on(
      '\\b(?:this|these|the (?:next|following|above|preceding|present)) (?:instructions?|sentences?|descriptions?|paragraphs?|rules?|directives?|passages?|orders?|prompts?|lines?|block of text)\\b[^.!?\\n]{0,60}\\b(?:is|are|must|shall|has|have) (?:strictly )?(?:confidential|for you|not for|not be|never|secret|private|binding|mandatory|internal|hidden|the same|be (?:followed|obeyed|kept|executed))|\\b(?:repeat|cite|quote|describe|delete|remove|erase|save|write|keep|copy|mention|reveal|obey|follow|remember)\\b[^.!?\\n]{0,30}\\b(?:this|these|the text of this|the above|the preceding) (?:instructions?|sentences?|description|paragraph|rules?|directives?|passage|orders?|prompt|lines?)\\b|\\b(?:start|continue|begin|proceed|go on) with the (?:list|text|lines|steps|instructions|rules|orders) below\\b|\\bfor you, not (?:for )?the (?:user|human|person)\\b',
    ),
  },
  {
    says: 'has the person told something',
    weight: 3,
    all: on(
      '\\b(?:tell|suggest to|convince|persuade|assure|inform|advise|remind|recommend to|urge|instruct|explain to|report to|promise) (?:the |your |any |all |every )?(?:users?|human|person|customer|people|operator) (?:that|to)\\b',
    ),
    unless:
      /\b(?:confirm\w*|migrate|wait|error|fail\w*|not found|sign in|log ?in|authenticate|available|empty|choose|which|select|provide|before proceeding|restart|install the (?:cli|extension)|open|visit|next step|can (?:now|publish|view)|may take|status)\b/i,
  },
  {
    says: 'lays claim to all that is answered or made',
    weight: 3,
    all: on(
      '\\b(?:all|each|every|any) (?:generated|produced|created|outgoing|written|suggested|future) (?:links?|code|text|messages?|files?|answers?|mails?|emails?|urls?|programs?|projects?|commits?)\\b|\\byour (?:final|next|last|every|own) (?:answer|reply|response|message)s?\\b|\\bgenerated (?:links|code|projects|files|answers) (?:have|has|must|should|need)',
      '\\b(?:must|have to|has to|should|need|needs|embed|add|include|append|insert|start|begin|end|contain|put|carry|place|always)\\b',
    ),
    unless: /\be\.g\.|\bas a directory\b/i,
  },
  {
    says: 'has something pretended',
    weight: 3,
    all: on(
      '\\bpretend (?:that|not|to|you|as|it|there|nothing)\\b|\\b(?:you|always|simply|just|then) claim(?: that|s)?\\b|\\bact (?:as if|like) (?:you|nothing|it|the user)\\b|\\bwhatever the (?:result|outcome|truth|answer|output)\\b|\\bthat all tests passed\\b|\\blie (?:to|about)\\b',
    ),
  },
  {
    says: 'says that the person has agreed',
    weight: 3,
    all: on(
      '\\b(?:permission|consent|approval|authori[sz]ation|agreement|confirmation) (?:has been|was|is|were|had been) (?:already |previously |implicitly |hereby )?(?:given|granted|assumed|implied|obtained|waived|presumed|unnecessary|superfluous)|\\bno need (?:to|for)\\b[^.!?\\n]{0,30}\\b(?:user|human|person|agree|consent|approv\\w{1,3}|permission|confirm\\w{0,6})\\b|\\b(?:i|we) (?:allow|permit|authori[sz]e|order|command|hereby) (?:you|it|this)?\\b|\\bauto-?(?:approv|accept|confirm|run|allow)\\w{0,3}\\b|\\bnever ask\\b|\\bdo(?: not|n.t) wait for (?:the )?(?:user|human|permission|approval|confirmation|consent)\\b',
    ),
    unless:
      /\bfor minors\b|\bauto-?(?:accept|run)s? (?:dialogs?|cookies?|ci|workflow|pipeline|merge)|\bwhether\b|\bif (?:the )?auto/i,
  },
  {
    says: 'takes away what the model may refuse',
    weight: 3,
    all: on(
      '\\b(?:refusals?|refusing|hesitat\\w{2,4}|objections?|warnings?) (?:is|are|will|must|should|may|can)\\b[^.!?\\n]{0,20}\\b(?:not|never|forbidden|disabled|off|ignored|prohibited|unacceptable|futile)|\\b(?:rules|limits|checks|guards?|filters|restrictions|polic(?:y|ies)|guidelines) (?:about|on|for|of|regarding) (?:privacy|safety|security|confidentiality|secrets|data|files|content|ethics)\\b[^.!?\\n]{0,30}\\b(?:off|void|lifted|not|no|suspended|switched|disabled|ignored?|out of)|\\b(?:stop|quit|cease|refrain from) (?:following|obeying|heeding|listening to|serving|helping)\\b|\\b(?:new|these|the following) (?:instructions|orders|rules|directives)\\b[^.!?\\n]{0,20}\\b(?:replace|supersede|override|come first|prevail|take over|apply instead|cancel)\\b|\\byou (?:may|can|should|must) (?:skip|drop|forget|abandon|relax|suspend) your\\b|\\bskip your (?:checks|rules|usual)',
    ),
    unless: /\bfirewall\b|\bnetwork\b/i,
  },
  {
    says: 'speaks of what the model was told or thinks',
    weight: 3,
    all: on(
      '\\b(?:system message|system prompt|systemprompt|initial prompt|developer message|chain[- ]of[- ]thought|private notes|scratchpad|inner monologue|hidden reasoning|the last (?:\\w{1,8} )?messages|(?:last|recent|previous|past|prior) (?:\\d{1,3} |\\w{1,8} )?(?:messages|turns|prompts|exchanges|questions)|what the (?:user|person|human|customer) (?:wrote|said|typed|asked|told|entered))\\b',
      '\\b(?:send|include|including|pass|provide|output|give|forward\\w{0,2}|carry|contain|your|same rank|same authority|copy|put|insert|write|attach|disclose|verbatim|unmodified|in full|return|quote|print|reveal|repeat|fill|report|log|store|upload)\\b',
      '`|\\b(?:this tool|first|each|every|always|must|your|same|including|here|in full|rank|parameter|argument|field|to us|to the server|verbatim|has to|have to|also)\\b',
    ),
    unless:
      /\bexample\b|\bfor the agent\b|\bagent voice\b|\b(?:slack|channel|thread|dm|inbox|mail|email|sms|teams|discord|telegram|whatsapp|topic|queue|kafka|retriev\w*|returns?|fetch\w*|lists?)\b/i,
  },
  {
    says: 'draws other tools in',
    weight: 3,
    shadows: true,
    all: on(
      '\\b(?:of|by|with|through|from|on) (?:any|another|other|every|all other) (?:servers?|tools?)\\b[^.!?\\n]{0,60}\\b(?:to this|through|here|first|go|pass|route|`)|\\b(?:arguments?|results?|output|calls?) (?:to|of|through|via) this (?:tool|server) first\\b|\\b(?:the tool|tool named|the \\w{2,20} tool) [`\'"]?[a-z]{2,20}_[a-z_]{2,40}[`\'"]? (?:shows?|returns?|gives?|is|has|lies|must|should|cannot|needs?)\\b[^.!?\\n]{0,40}\\b(?:wrong|false|old|broken|outdated|add|not be|bad|unsafe|replaced|incorrect|fake|always|first)\\b|^[`\'"]?[a-z]{2,20}_[a-z_]{2,40}[`\'"]?: (?:always )?(?:set|use|send|add|replace|prefix|append|forward|include|change|copy|call)\\b|\\binstead of [`\'"]?[a-z]{2,20}_[a-z_]{2,40}[`\'"]?,? (?:always )?use this\\b[^.!?\\n]{0,60}\\b(?:token|password|key|credentials?|always|never)\\b|\\bgiven to [`\'"]?\\w{3,20}[`\'"]? (?:must|has to|should|needs to)\\b|\\bwhen(?:ever)? the user (?:asks|wants|requests)\\b[^.!?\\n]{0,40}\\b(?:replace|swap|redirect|substitute|change the (?:recipient|amount|account|address)|recipient by)\\b|\\b(?:must|has to|have to|should|needs? to) be (?:prefixed|forwarded|routed|redirected|mirrored|tunnell?ed|rewritten)\\b[^.!?\\n]{0,40}(?:https?:|\\bthis (?:tool|server)\\b|\\bhere\\b)',
    ),
  },
  {
    says: 'puts itself before all else',
    weight: 3,
    all: on(
      '\\b(?:prefer|choose|pick|use|favou?r) this (?:tool|server|one) (?:to|above|before|over) (?:all|any|every)\\b(?! (?:individual|single))|\\bthis (?:tool|server) at all times\\b|\\bat least once (?:per|in each|in every|each|every) (?:conversation|session|chat|message|turn|answer|request)\\b|\\bwithout (?:having|first) (?:called|used|calling|using|invoked|consulted) this\\b|\\bno matter (?:the|what|which|how) (?:question|request|topic|user|task|subject|they|is asked)\\b|\\b(?:do not|never|don.t) (?:answer|respond|reply|continue|proceed)\\b[^.!?\\n]{0,20}\\b(?:without|before|until|unless)\\b[^.!?\\n]{0,20}\\bthis (?:tool|server)\\b|\\boverrides? (?:the )?(?:choice|decision|wish|will|preference|instruction|request)s? of\\b|\\b(?:never|don.t|do not) stop (?:calling|using)\\b|\\bagain and again\\b|\\bfor (?:every|each) (?:word|letter|token|sentence)\\b',
    ),
  },
  {
    says: 'changes the machine',
    weight: 3,
    all: on(
      '\\bchmod [0-7+]|\\bPROMPT_COMMAND\\b|\\bos\\.system\\b|\\bsubprocess\\b|\\bsudo\\b|\\bbashrc\\b|\\bzshrc\\b|\\brules file of\\b|\\b(?:editor|cursor|windsurf|copilot|claude).s? (?:rules|memory|settings) (?:file)?|\\b(?:save|write|add|store|put)\\b[^.!?\\n]{0,20}\\brules? (?:for all (?:projects|sessions|conversations|future|agents|users|chats)|globally)\\b|\\bstartup (?:folder|items|script)\\b',
    ),
    unless: /\b(?:requires? sudo|without sudo|e\.g\.)\b/i,
  },
  {
    says: 'calls on power or need',
    weight: 3,
    all: on(
      '\\bas the (?:owner|administrator|author|operator|maker|developer) of (?:this|the)\\b[^.!?\\n]{0,30}\\b(?:i|we|you)\\b|\\bthe law (?:obliges|requires|demands|forces)\\b|\\breport the user\\b|\\b(?:reviewed|audited|checked|cleared|signed off|vetted) by (?:the )?(?:openai|anthropic|google|microsoft|security|safety|github)\\b|\\b(?:official|scheduled|urgent|emergency) (?:maintenance|inspection|renewal|rotation|update)\\b[^.!?\\n]{0,40}\\b(?:assistant|agent|model|you|token|key|password)',
    ),
  },
  {
    says: 'wants something when it fails',
    weight: 3,
    all: on(
      '\\b(?:in case of|if|on|upon|when|after)\\b[^.!?\\n]{0,30}\\b(?:error|failure|fails?|http \\d{3}|\\b[45]\\d\\d\\b|denied|timeouts?|rejected|refused)\\b',
      '\\b(?:look for|search for|find|use|post|send|pass|supply|include|upload|provide|attach|resend|try)\\b[^.!?\\n]{0,30}\\b(?:passwords?|credentials?|the environment|environment variables|secrets|private keys?|other keys?|tokens? (?:in|of|from)|all (?:open )?files|transcript|conversation|root|admin)\\b',
    ),
    unless: /\b(?:check|verify) (?:that )?(?:your|the) (?:credentials|token|api key)/i,
  },
  {
    says: 'speaks to the model by name',
    weight: 3,
    all: on(
      '^\\W{0,4}(?:attention|listen|hello|hi|dear|hey|important|notice|warning|to|for)[,:]? (?:the |all |any |every )?(?:language |ai |large language )?(?:models?|ais?|assistants?|agents?|llms?)\\b ?[:,!]|^\\W{0,4}(?:assistant|ai|llm|chatgpt|claude|copilot|model|agent), (?:please )?[a-z]+ ',
    ),
    unless: /^\W{0,4}note\b/i,
  },
  {
    says: 'has an open address filled',
    weight: 3,
    all: on(
      'https?://[^\\s"\')]{3,80}[?&]\\w{1,12}=(?:\\s|$|\\.\\s|`|")',
      '\\b(?:add|embed|append|put|prefix\\w{0,2}|with|follow\\w{0,2}|encoded|show|load|image|start|through|open|fetch|call|ping)\\b',
    ),
    unless: /["'](?:next|previous|href|url)["']/i,
  },
];
