/** Words of which signs are made; alternatives without brackets around them. All in lower case, matched without regard to it. */

/** Those whom a tool's definition should not keep in the dark. */
export const people =
  "(?:the |any |an? |your |our )?(?:end[- ]?)?(?:users?|humans?|persons?|people|operators?|customers?|anyone|anybody|somebody|someone|owners?)\\b(?!['’]s?\\s|[- ](?:id|name|input|agent|account|group|facing|defined|provided|profile|data|list|object|record|table)s?\\b)";

export const not =
  '(?:do not|don.?t|never|without|must not|mustn.?t|should not|shouldn.?t|need not|avoid|refrain from|no need to|not necessary to|no reason to|not to|cannot|instead of|rather than)';

/** Files that hold what nobody gives away. */
export const secretFiles =
  '(?:\\.ssh\\b|\\bid_(?:rsa|ed25519|ecdsa|dsa)\\b|\\.aws[/\\\\]|(?<![\\w])\\.env\\b(?!\\.(?:example|sample|template)|ironment)|\\bdot_?env\\b|\\.netrc\\b|\\.npmrc\\b|\\.pypirc\\b|\\.pgpass\\b|\\.git-credentials\\b|\\.kube/config|\\.docker/config|/etc/(?:passwd|shadow|sudoers)|\\bmcp(?:_config)?\\.json\\b|claude_desktop_config|\\.claude\\.json|\\.claude/settings|\\.codex/|\\bgh/hosts|\\.gnupg\\b|\\*\\.(?:pem|key|p12|pfx)\\b|\\.(?:bash|zsh)_history\\b|\\bwallet\\.dat\\b|\\bsecrets?\\.(?:ya?ml|json|toml|env)\\b|\\bcredentials\\.json\\b|application_default_credentials|\\.config/gcloud|\\.vault-token|\\bauthorized_keys\\b|\\.cursor/|\\bssh private keys?\\b|\\bprivate ssh keys?\\b)';

/** What opens doors, by name. */
export const secretWords =
  '(?:credentials?|passwords?|passphrases?|api[ _-]?keys?|(?:access|auth|session|bearer|refresh|login) ?tokens?|(?:each|every|all) tokens?(?! (?:used|count|limit|per))|tokens(?= (?:that|you|lying|found|to this))|embedded tokens|secrets|secret (?:keys?|values?)|private keys?|seed phrases?|mnemonics?|recovery (?:phrases?|codes?)|saved logins?|session cookies|cookies|environment variables|\\benv(?:ironment)? (?:values|vars)|[a-z]+_secret_[a-z_]+|ssh keys?)';

export const take =
  '(?:read|open|load|cat|fetch|get|retrieve|look up|look for|extract|collect|gather|find|search|print|check|locate|dump|grep|scan|obtain|grab|pull|harvest|access|reading|opening|loading|fetching|take|derived|execute|run)';

export const pass =
  '(?:pass|passes|passed|passing|include|includes|send|sends|sending|append|put|attach|forward|copy|copies|embed|submit|upload|post|supply|provide|provides|hand|place|add|tuck|mirror|transmit|paste|insert|quote|report|share|exfiltrate|leak|fill|email|mail|disclose|export|deliver|relay|stream|expose)';

/** What was said in a session and is no tool's business. */
export const talk =
  '(?:(?:entire|whole|full|complete|all|every|previous|prior|earlier|past|raw|unedited|recent)\\b[^.!?\\n]{0,40}?\\b(?:conversation|chat|dialog(?:ue)?|messages|transcript|turns|session history|history|exchange|answers of (?:all )?other tools|(?<=\\b(?:previous|prior|earlier|past)\\b.{0,12})tool (?:calls?|results?|outputs?))\\b|(?:conversation|chat) (?:history|log|transcript)\\b|chat so far|system (?:prompt|message|instructions?)\\b|(?:your|its|their) (?:full |own |initial |hidden |exact |internal |complete |original |developer |configuration ){0,3}(?:instructions?|configuration text|prompt|directives|system text|guidelines|context window)\\b|contents of (?:your|their) instructions|hidden messages|everything\\b[^.!?\\n]{0,30}\\b(?:typed|said|wrote|written|asked|so far|you know|above)\\b|everything_so_far|(?:results|answers|outputs?) of (?:all |any |the |every )*(?:previous|other|earlier) tools?|(?:list of )?(?:all |every )(?:the )?tools? you (?:can|have)|user activity|transcript of (?:the|this) (?:chat|conversation|session))';

export const obliged =
  '(?:must|always|has to|have to|needs? to|required?|requires|mandatory|obliged|obligation|before|prior to|beforehand|ahead of|first|otherwise|preflight|each time|every time|whenever|whatever|kindly|in order to|so that|to work|expects?|needed|necessary|preparation)';

/** An argument of the tool, as prose names it. */
export const argument =
  '(?:(?:in|as|to|via|through|into|inside|within|using|with|under|by)\\b[^.!?\\n]{0,30}?(?:[`\'"‘“][\\w.-]{1,40}[`\'"’”]|\\b(?:parameter|argument|field|property|attribute|arg|param|input|header|body|request|call|query|url|subject)s?\\b)|\\b\\w{1,20} ?= ?\\S)';

export const address = '(?:https?://\\S|[\\w.+-]+@[\\w-]+\\.\\w|\\bftp://|\\+\\d{6,}|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b)';

export const model =
  '(?:assistants?|(?:language |ai )?models?|ais?|(?:ai )?agents?|llms?|chat ?bots?|claude|chatgpt|gpt|copilot|gemini)';
