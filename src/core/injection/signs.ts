import { composedSigns } from './composedSigns';
import { fictionSigns } from './fictionSigns';
import { languageSigns } from './languageSigns';
import { personaSigns } from './personaSigns';
import { earlier, gap, meant, type Sign, sign, told } from './sign';

/** Ways to leave something unheeded. */
const leave =
  'ignor(?:e|ing)|disregard(?:ing)?|forget(?:ting)?(?: about)?|overrid(?:e|ing)|bypass(?:ing)?|neglect(?:ing)?|dismiss|discard|scrap|abandon|(?:set|put|leave)(?:ting)? aside|(?:stop|cease) (?:following|obeying|heeding|applying)|(?:not|n.t|no longer) (?:follow|obey|heed)|pay no (?:attention|heed) to|throw (?:out|away)|wash out|wipe|erase|unlearn';

/** How something is asked for. */
const tellMe =
  'reveal|written in|print|show|output|repeat|display|leak|expose|disclose|dump|recite|share|tell me|give me|write (?:out|down)|what (?:exactly )?(?:is|are|was|were|does|do)|summari[sz]e|translate|copy|echo|spell out|return|paste|quote|state|list|reproduce|provide|present|send me|render';

/** What a model was told by its maker. */
const promptNames =
  '(?:system|developer|hidden|secret|initial|original) (?:prompt|message|instructions?)\\b|prompt\\b(?! (?:engineer|librar|templat|file|style|for|to))|(?:initial|hidden|secret|original|internal|system|exact|first|own|full|custom) (?:instructions|rules|guidelines|directives)\\b|instructions\\b(?=\\W{0,3}(?:$|\\n|verbatim|word|above|so far|exactly|now|and then|in full|to me|as ))|configuration and instructions|pre-?prompt';

const some =
  '(?:all|any|every|each|both|everything in|the rest of|every (?:single )?one|all or any)(?: (?:of|in))?\\s{1,9}';

const not = '\\b(?:do not|don.t|never|without|must not|avoid|should not|no need to)';

/** Signs in languages that are written in ASCII or nearly so. */
export const signs: readonly Sign[] = [
  sign(
    4,
    'tells to ignore instructions',
    "ignor disregard forget overrid bypass neglect dismiss discard scrap_ abandon set_aside put_aside leave_aside setting_aside stop_follow stop_obey stop_heed cease_follow cease_obey not_follow not_obey not_heed don't_follow don’t_follow don't_obey no_longer_follow no_longer_obey pay_no_ throw_out throw_away wash_out wipe_ erase_ unlearn",
    `${meant}(?:${leave})\\s{1,9}(?:${some})?(?:(?:the|your|these|those|its|any)\\s{1,9})?(?:(?:${earlier}(?: (?:and|or) ${earlier})?)\\s{1,9}(?:\\w{1,14} ){0,2}?${told}|system (?:prompt|message|instruction)s?\\b|(?:own|built-in|default|safety|content|ethical|internal) (?:\\w{1,12} )?(?:guidelines|rules|instructions|polic(?:y|ies)|programming|training|restrictions))(?!s? (?:field|value|param|option|file|block|handler|class|attribute)s?\\b|[^.\\n]{0,30}\\b(?:if|unless|when) (?:you(?:r|.ve|\\b (?:use|have|are (?:on|using|in)|already|installed|prefer|want|run|do|need))|the|this|it)\\b)`,
  ),
  sign(
    4,
    'tells to ignore all instructions',
    "ignor disregard forget overrid bypass dismiss discard abandon set_aside put_aside stop_follow stop_obey not_follow not_obey don't_follow don’t_follow pay_no_ throw_out wipe_ erase_",
    `${meant}(?:${leave})\\s{1,9}(?:${some})(?:(?:the|your|these|those|its|other)\\s{1,9})?(?:\\w{1,12} )?(?:(?:instruction|prompt|directive|guideline|direction|command|order)s\\b|guidance\\b|programming\\b|your (?:rules|training|limits|polic\\w{1,3}))(?! (?:file|field|in (?:the|this) (?:file|section|readme))|[^.\\n]{0,30}\\b(?:if|unless|when) (?:you(?:r|.ve|\\b (?:use|have|are (?:on|using|in)|already|installed|prefer|want|run|do|need))|the|this|it)\\b)`,
  ),
  sign(
    3,
    'tells to ignore instructions given before',
    "ignor disregard forget skip_ drop_ delete_ clear_ reset_ leave_out scrap_ void_what stop_follow not_follow don't_follow don’t_follow",
    `${meant}(?:${leave}|skip|drop|delete|clear|reset|void)\\s{1,9}(?:${some})?(?:(?:the|your|these|those|all|any|every)\\s{1,9})?(?:(?:${earlier}\\s{1,9}(?:\\w{1,12} )?${told})|(?:instruction|prompt|directive|guidance|guideline|rule|order|command)s?${gap(24)}\\b(?:above|before|earlier|so far|you (?:were|have been|had been|got|received|have)|(?:you.ve|you have) (?:got|been)|given)\\b)`,
  ),
  sign(
    3,
    'tells to forget what was said',
    "forget ignore_ disregard set_aside not_do_what don't_do_what don’t_do_what skip_what stop_follow",
    `${meant}(?:(?:forget|ignore|disregard|set aside|skip|(?:stop|not) following|(?:do not|don.t|not) do)\\s{1,9}(?:about\\s{1,9})?(?:(?:everything|anything|all|whatever|what|every (?:rule|instruction))\\b${gap(40)}\\b(?:(?:said|told|written|stands?|came|was|were|is|to do)\\s{1,9}(?:\\w{1,10} ){0,3}?(?:above|before|previous(?:ly)?|earlier|so far|until now)|above\\b|(?:before|previously) this|you (?:were|have been|know\\b|learned|had been|ha(?:ve|d) learned)|(?:the |your )?(?:developer|system|operator|creator|vendor|provider|maker|company|owner|admin\\w{0,9})s? (?:said|told|wrote|wants?|has|have|set|asked))|the above(?: (?:text|and\\b|directions))))`,
  ),
  sign(
    3,
    'says that the instructions no longer hold',
    'no_longer_appl no_longer_valid no_longer_in no_longer_bind void_ void. obsolete cancelled canceled revoked withdrawn rescinded repealed superseded overruled null_and expired outdated replaced_by_th not_apply_any not_valid',
    `(?:no longer (?:appl\\w{1,3}|valid|in (?:force|effect)|bind\\w{0,3})|void\\b|obsolete|cancell?ed|revoked|withdrawn|rescinded|repealed|superseded|overruled|null and|expired|outdated|replaced by th|not apply any|not valid)(?<=\\b(?:${told}|content polic(?:y|ies))[^.!?\\n]{0,30}\\b(?:are|is|were|was|have been|has been|do|does|now|longer)\\b[^.!?\\n]{0,30})(?<=\\b(?:your|all|any|every|${earlier}|system|the content|safety|its)\\b[^.!?\\n]{0,90})(?=[^\\n]{0,160}\\b(?:you|your|ai|assistant|chatgpt|agent|model)\\b)`,
  ),
  sign(
    3,
    'says that the instructions count no more',
    "matter count_any as_void as_deleted as_invalid as_outdated as_cancelled as_irrelevant as_null as_nonexist as_non-exist as_if_you_had_never as_if_they takes_precedence take_precedence takes_priority take_priority supersede replaces_all replace_all replaces_your replace_your outrank never_existed were_a_test were_only_a_test do_not_exist don't_exist",
    `(?:(?:(?:do|does)(?: not|n.t) |no longer )?(?:matter|count)\\b(?: any ?more| now)?(?<=(?:not|n.t|no longer) (?:matter|count)(?: any ?more| now)?)|as (?:void|deleted|invalid|outdated|cancelled|irrelevant|null|non-?exist\\w{0,3})|as if (?:you had never (?:been (?:given|told)|received|read|seen|had)|they (?:did not|had never|were never|didn.t)|it (?:had never|were never))|takes? (?:precedence|priority) over|supersedes?|replaces? (?:all|your)|outranks?|never existed|were (?:only )?a test|do(?: not|n.t) exist)(?:(?<=\\b(?:(?:your|${earlier}|system|any|all)\\s(?:\\w{1,12}\\s){0,2}${told}|(?:you (?:were|have been) told))[^.!?\\n]{0,90})|\\s(?:all |any |every |the |your |other ){1,3}(?:${earlier}|other|system|default|own)?\\s?(?:\\w{1,12} )?${told})(?=[^]{0,4})(?<!\\b(?:you|users?|we) (?:must|should) (?:be|have)\\b[^\\n]{0,40})`,
  ),
  sign(
    3,
    'gives the model its real task',
    'your_real_ your_actual_ your_true_ your_only_ your_sole_ your_new_ your_task_has_ch your_task_is_now your_goal_is_now your_job_is_now wipe_your clear_your_mem clear_your_con reset_your reset_yourself clean_slate start_afresh your_memory',
    '(?:your (?:real|actual|true|only|sole) (?:task|job|goal|purpose|mission|objective|role|assignment|instruction)s?\\b[^.\\n]{0,12}\\b(?:is|are|will be)\\b|your new (?:task|goal|mission|objective|instruction|directive|purpose)s?\\b[^.\\n]{0,12}(?:\\bis\\b|\\bare\\b|:)|your (?:task|goal|job) (?:has changed|is now)|(?:wipe|clear|reset|erase) your (?:memory|context|mind|instructions)|reset yourself)',
  ),
  sign(
    2,
    'tells to disregard a message',
    'ignore_ ignoring_ disregard forget',
    `${meant}(?:ignor(?:e|ing)|disregard|forget)\\s(?:${some})?(?:the |your |this |my )?${earlier}\\s(?:\\w{1,12} )?(?:conversation|message|text|request|context|input|question|task)s?\\b`,
  ),
  sign(
    3,
    'announces new instructions',
    'instruction directives: orders: task: instructions_for_ policy: polic',
    '(?<=\\b(?:new|updated|real|actual|revised|secret|hidden|urgent|special|additional)\\s(?:\\w{1,12}\\s){0,2})(?:(?:instructions?|directives?|orders?|task|policy)\\s?(?:[:=](?=\\s?\\S)|are:|for (?:the )?(?:ai|llm|assistant|agent|model|bot)\\b)|instructions?\\b(?=[^\\n]{0,20}\\bfor (?:the )?(?:ai|llm|assistant|model)\\b))',
  ),
  sign(
    3,
    'speaks to the assistant in a text',
    'assistant assistants ai_ ai: ai, ai! agents agent: llm language_model automated_ screening',
    '(?<=(?:\\b(?:important|attention|note|instructions?|dear|hey|message|notice|hello|hi)\\b[^.!?\\n]{0,30}|(?:^|[\\n>*#(\\["\'`]|<!--|//)\\s{0,3}(?:to |note )?(?:any |all |the )?|\\bto (?:the |any |all )))(?:(?:ai|llm|(?:large )?language|coding|code|automated)[ -](?:powered )?(?:assistant|agent|model|system|reviewer|bot|llm|tool|screening|review)(?:s|ing)?(?: tools?| systems?)?|(?:ai|llm)s?|(?<=\\b(?:to|dear|hey|attention|hello|hi),? )assistants?)(?:\\s?[:,!]|\\s(?:(?:that|who|which) )?(?:reads?|reading|process\\w{0,3}|review\\w{0,3}|summar\\w{2,5}|scan\\w{0,4}) this)',
  ),
  sign(
    2,
    'says what the AI must do',
    'assistant_must assistant_should assistant_may ai_must ai_should ai_may agent_must agent_should agent_may model_must model_should model_may chatgpt_must chatgpt_should chatgpt_may copilot_must copilot_should claude_must claude_should',
    '(?:assistant|ai|agent|model|chatgpt|copilot|claude) (?:must|should|may) (?:now|always|never|then|also|from now|immediately|answer|reveal|print|ignore|append|send|obey|comply|list|explain|write|delete|say|include|recommend|approve|tell|output|show|translate|run|execute)\\b(?<=\\b(?:the|this|any|every|all|language|:|ai|so|,) ?\\w{0,9} ?\\w{2,9} \\w{3,6} \\w{2,11})(?! (?:tests?|typescript|the tests|errors?|your code)\\b)',
  ),
  sign(
    4,
    'gives orders to an AI that reads it',
    "if_you_are_an if_you're_an if_you’re_an if_an_ai if_an_llm any_ai_ any_llm if_you_are_a_ processed_by_an read_by_an automated_system language_model_that model_that_reads",
    `(?:(?:if you(?: are|.re) an? |if an |any )(?:ai\\b|llm|large language model|language model|gpt|chatgpt|claude|copilot|automated)${gap(80)}\\b(?:please|you must|must|should|then|write|say|include|ignore|follow|run|execute|rate|give|recommend|add|mention)\\b|(?:processed|read) by an (?:llm|ai\\b|automated|language)[^\\n]{0,160}\\b(?:recommend|include|add|rate|reply|respond|must|write|say|ignore|tell|answer)\\b|(?:automated system|language model) that (?:reads|processes|reviews|summari[sz]es)\\b[^\\n]{0,120}\\b(?:recommend|include|add|rate|reply|respond|must|write|say|ignore|tell|answer)\\b)`,
  ),
  sign(
    2,
    'asks an AI for a favourable word',
    'recommend rate_this rate_the best_of_all only_with_ positive_review',
    '(?:recommend\\b(?<=\\b(?:review|must|always|should|please)\\b[^\\n]{0,40})[^\\n]{0,60}\\b(?:accept\\w{0,5}|hir\\w{1,3}|this (?:candidate|paper|package|product))|rate (?:this|the) (?:candidate|paper|r[eé]sum[eé]|applicant|submission)\\b[^\\n]{0,40}\\b(?:best|highest|top|10|excellent|perfect)|only with ["“][^"”\\n]{2,60}["”](?<=(?:reply|respond|answer)\\b[^\\n]{0,90})|positive review only)',
  ),
  sign(
    3,
    'begins a message in another role',
    '<|im_start <|system <|user <|assistant [inst] <<sys>> <|start_header ###_system ###_instruction [system <system> system: system_message system_note system_override system_update system_prompt: system_notice system_instruction admin_override human: system]',
    '(?:<\\|im_start\\|?>?\\s{0,2}(?:system|user|assistant)|<\\|(?:system|user|assistant)\\|>|\\[inst\\]|<<sys>>|<\\|start_header_id\\|>|(?<!#)### (?:system|instruction)\\b\\s{0,2}(?:prompt|message|override)?:|\\[system(?: message| prompt| override| note)?(?::|\\]\\s?[\\w(#])(?<!\\n\\s{0,3}[-*] \\[system\\] ?\\w?)|<system>(?=[^<]{10})|(?<=(?:^|[\\n.!?])[\\s"\'>*]{0,4})system:\\s{0,2}(?:you|ignore|override|the user|from now|new|important|the (?:ai|assistant|model|agent|bot)\\b|this (?:language )?model|chatgpt|all |approve|grant|disable)|(?<=(?:new|important|urgent|\\[|[#*<>]\\s?|^|\\n)\\s?)system (?:message|note|override|update|prompt|notice|instruction)s?\\s?[:\\]](?!\\s(?:the|a|an|your) \\w{1,14} (?:is|was|has|are|will|could|can)\\b)|(?<=\\b(?:begin|start of|new) )system (?:message|prompt)\\b|(?<=[{<(\\[#])system\\](?=\\(?#)|admin override(?=\\s?[:!](?! (?:hold|press|click|use|see|turn)\\b)|\\s(?:code|accepted|key)\\b)|human:(?=[^\\n]{3,300}\\n{1,3}(?:assistant|ai):\\s?(?:sure|of course|absolutely|certainly|yes)))',
  ),
  sign(
    4,
    'asks for the system prompt',
    'reveal_ print_ show_ output_ repeat_ display_ leak_ expose_ disclose_ dump_ recite_ share_your tell_me_ give_me_ write_out write_down what_is_ what_are_your what_was_ what_were_ what_does_ what_do_your what_exactly written_in_your written_in_the summari translate_ copy_your copy_the echo_ spell_out return_the paste_ quote_ state_your list_your list_all reproduce provide_ present_your send_me render_',
    `(?<![-\\w])${meant}(?:${tellMe})\\b${gap(50)}\\b(?:(?:your|its)\\s(?:\\w{1,14}\\s){0,3}?(?:${promptNames})|the\\s(?:\\w{1,14}\\s){0,2}?(?:(?:system|developer) (?:prompt|message)(?! (?:is|for|of|in|to|file|field|template|that you (?:wrote|write)))(?<=\\b(?:reveal|print|show me|output|repeat|display|leak|expose|recite|tell me|give me|write out|echo|dump|verbatim|word)\\b[^.!?\\n]{0,60})|(?:initial|hidden|secret|original|first|very first) (?:prompt|instructions|rules you)\\b)|(?:everything|all|all the text|the text|text|words|lines|all of the (?:text|content)|content)\\s(?:that (?:is |was |stands |comes |came )?)?(?:written |said |that stands |printed |shown )?(?:above|before this|preceding this)(?! (?:is|are|code|example|table|in the))(?<=\\b(?:repeat|output|print|recite|reveal|everything|verbatim|words)\\b[^.!?\\n]{0,60})|(?:everything|all|what|the (?:instructions|words|rules))\\s(?:that )?you (?:were|have been|had been) (?:told|given|instructed|shown)|(?:first|initial) instructions (?:that )?you (?:got|were|had|received)|you (?:were|have been) (?:told|given|instructed) (?:by (?:the|your)|before|to keep)|your (?:hidden|secret|internal|initial|own) (?:rules|guidelines))`,
  ),
  sign(
    2,
    'hides from the user',
    'tell_the telling_ tell_any tell_user inform mention alert_ alerting notify_ notifying reveal_ report_this report_it disclose let_the_user',
    `(?<=${not}\\s(?:\\w{1,10}\\s){0,2})(?:tell|telling|inform|informing|mention|mentioning|alert|alerting|notify|notifying|reveal|revealing|report|disclose|disclosing|let)\\b${gap(40)}\\b(?:the users?|users?\\b(?! name|s? to\\b)|the humans?|anyone|developers?)\\b`,
  ),
  sign(
    3,
    'hides what it asks for',
    "tell_ telling_ inform mention alert_ alerting notify_ notifying reveal_this reveal_it report_this report_it disclose hide_it hide_this hide_that hide_these does_not_need_to_know doesn't_need_to_know keep_this_secret keep_it_secret keep_this_hidden",
    `(?:(?<=${not}\\s(?:\\w{1,10}\\s){0,2})(?:(?:mention|mentioning|reveal|revealing|disclose|disclosing)\\s(?:(?:this|these) (?:note|instruction|message|step|rule|text|prompt|request)s?\\b|(?:this|it|these) (?:to|in)\\b|that you\\b)|(?:tell|telling|inform|informing|alert|alerting|notify|notifying)\\s(?:the )?(?:user|human|anyone|anybody|developer|person)s?\\b(?:(?: \\w{1,8}){0,2} (?:this|it|these|that you)\\b|\\s?(?:[.!\\n]|$)))|hide (?:it|this|that|these)\\b[^.\\n]{0,20} from the user|(?:the )?(?:user )?does(?: not|n.t) need to know|keep (?:this|it) (?:a )?(?:secret|hidden) from)`,
  ),
  sign(
    3,
    'wants data carried out',
    'conversation chat_history api_key api-key secrets credential password access_token .env environment_variable ssh_key private_key .ssh id_rsa cookies chat_log emails_to system_prompt_to contents_of session_token',
    `(?<=\\b(?:send|post|upload|transmit|forward|exfiltrate|leak|submit|append|curl|fetch(?!:)|navigate|email|mail|pass|put|include)\\b[^\\n]{0,80})(?:(?:the )?(?:contents? of|conversation|chat history|chat log|api[ _-]?keys?|secrets|credentials?|passwords?|access tokens?|\\.env\\b|environment variables?|ssh keys?|private keys?|\\.ssh|id_rsa|cookies|emails|session tokens?))[^\\n]{0,80}?\\b(?:to|at|it to)\\b[^\\n]{0,30}?(?:https?://|\\w@\\w)`,
  ),
  sign(
    3,
    'has data collected and sent',
    'send_it_to send_them_to post_it_to post_them_to submit_it_to upload_it_to forward_it_to transmit_it pass_it_to to_every_link to_each_link to_every_url to_the_url to_all_links in_the_query as_a_query in_a_query as_query',
    '(?:(?:send|post|submit|upload|forward|transmit|pass) (?:it|them) to\\b|to (?:every|each|all|the) (?:links?|urls?)\\b|(?:in|as) (?:the |a )?query\\b)(?<=\\b(?:conversation|chat|history|api[ _-]?keys?|secrets?|credentials?|passwords?|tokens?|environment|variables?|keys?|email|address|data|files?|messages?|contents?|prompt|names?|input|answers?)\\b[^\\n]{0,120})(?=[^\\n]{0,60}(?:https?:|\\w@\\w|www\\.))(?<=(?:\\b(?:ai|assistant|agent|model|you|your|copilot|chatgpt|collect|gather|read|take|append|add|find)\\b)[^\\n]{0,200})',
  ),
  sign(
    3,
    'has what was said put into an address',
    "conversation chat_history chat_log system_prompt user’s_ user's_ environment_var ssh_key private_mess inbox contact_list customer_list",
    `(?:conversation|chat (?:history|log)|system prompt|user.s (?:\\w{1,12} )?(?:emails?|data|messages|address|name|keys?|tokens?|passwords?|input|question|files|contacts)|environment var\\w{1,6}|ssh keys?|private messages|inbox|contact list|customer list)(?<=\\b(?:include|embed|put|add|encode|attach|append|insert|write|pass|send|place|copy|mail|email|forward|base64)\\b[^.!?\\n]{0,60})\\b[^.!?\\n]{0,60}?\\b(?:in(?:to)?|to|as|at) (?:(?:the|a|an|each|every|this|its) )?(?:(?:end of )?(?:the )?(?:url|link|image|query|request|parameter|address|commit message|file ?name|path|subdomain|domain)|\\S{1,40}@\\w|https?:)`,
  ),
  sign(
    4,
    'hides an order in letters or words',
    'first_letter last_letter every_second every_third first_word last_word each_second',
    '(?:(?:first|last) (?:letter|word|character)s?|every (?:second|third|other) (?:letter|word|character|line))\\b[^.\\n]{0,60}[^\\n]{0,60}?\\b(?:follow|obey|do what|carry (?:it|them) out|execute|comply|answer (?:it|the))',
  ),
  sign(
    3,
    'has a file of secrets read and passed on',
    '.ssh/ id_rsa .aws/cred .env mcp.json .netrc .npmrc /etc/passwd',
    '(?<=\\b(?:read|cat|open|get|curl|send|content of|contents of)\\b[^\\n]{0,60}@?)(?:\\.ssh/|id_rsa|\\.aws/cred\\w{1,8}|\\.env\\b|mcp\\.json|\\.netrc|\\.npmrc|/etc/passwd)[^\\n]{0,60}?(?:\\b(?:pass|post|send|include|append|put|add)\\b|\\bas `|https?://|\\bparameter\\b|\\bin (?:your|the) (?:answer|reply|response|parameter)|\\bsidenote\\b)',
  ),
  sign(
    4,
    'builds an image’s address from data',
    '={ =[ =< =${ =%7b /{ /[ =conversation =chat_history =secret =summary =user_ =base64_ =data_here',
    '(?<=(?:!\\[[^\\]\\n]{0,80}\\]\\(|<img\\s[^<>\\n]{0,80}src=["\']?|^\\[[^\\]\\n]{1,40}\\]: {0,3})https?://[^)\\s"\']{1,200})[=/](?:\\{|\\[|<|\\$\\{|%7b|base64_|data_here|conversation|chat_history|secret|summary|user_)[^)\\n]{0,200}',
  ),
  sign(
    4,
    'has encoded orders followed',
    'decode decipher decrypt unscramble backwards rot13 rot-13 base64 morse leetspeak caesar',
    `(?:(?:(?:decode|decipher|decrypt|unscramble)\\b[^.\\n]{0,60}?\\b(?:it\\b|base ?-?64|rot-?13|morse|hex\\w{0,7}|cipher|reversed?|binary|string|text|message|this)\\b[^\\n]{0,60}?|backwards\\b[^.\\n]{0,30}|(?:rot-?13|base ?64|morse)\\b[^\\n]{0,60}?)\\b(?:follow|(?:do|execute) what|execute (?:it|them|the instruction)|obey|carry (?:it|them) out|comply|respond to it|answer (?:it|the question)|act on it|what it says)|decode and (?:execute|follow|obey|answer|respond))`,
  ),
  sign(
    3,
    'has a question put together from pieces',
    'join_them join_the concatenat put_the_ fragments combine_',
    '(?:join (?:them|the (?:strings|parts|pieces|variables))|concatenat\\w{1,3} (?:them|the|a and|both|all)|put the (?:fragments|pieces|parts|strings) together|combine (?:them|the (?:strings|parts|pieces|variables|fragments)))\\b[^\\n]{0,60}?\\b(?:answer|follow|carry out|execute|respond|obey|do what)\\b[^\\n]{0,30}\\b(?:question|sentence|instruction|result|it\\b|prompt|request|without)',
  ),
  sign(
    2,
    'orders a tool or command at once',
    'you_must before_doing before_answering before_using must_be_called_first must_call first_run first,_run always_run first_read first_call you_are_required also_run also_read immediately_ always_pass before_you_answer first_and',
    `(?:(?:you must|before (?:doing|answering|using|you answer)|first,? (?:run|read|call)|always (?:run|pass)|also (?:run|read)|you are required to|immediately (?:run|execute|call|send|read))\\b[^!?\\n]{0,80}?(?:\\b(?:curl|wget|whole conversation|this tool|this one|sidenote|note\`|other tool)|\\.ssh|\\.env\\b|\\.aws|id_rsa|/etc/passwd|\\bpasswords?\\b|mcp\\.json)|must be called first|(?:before using|before) any other tool|must call \\w{2,30}_\\w{2,30} before)`,
  ),
  sign(
    2,
    'pretends that the instructions end here',
    '</system </instructions </user </context </document end_of_system end_of_prompt end_of_instruct end_of_document end_system end_user',
    '(?:</(?:system|instructions?|user|user_input|context|document)>(?=\\s{0,4}\\S)|end (?:of )?(?:the )?(?:system|prompt|instructions|document|user)(?: prompt| message| input| query)?\\s{0,2}(?:-{2,}|={2,}|#{2,}|>|\\]|\\.|\\n))',
  ),
  sign(
    1,
    'asks to confirm the role',
    'if_you_understand if_you_have_understood reply_with_" respond_with_" say_" say_“ only_say only_reply confirm_with acknowledge',
    '(?:if you (?:have )?(?:understand|understood)|(?:reply|respond|say|confirm) (?:only )?(?:with )?["“][^"”\\n]{1,60}["”] (?:if|to (?:confirm|acknowledge|show)|and)|acknowledge and\\b)',
  ),
  sign(
    1,
    'names the model as the one spoken to',
    'chatgpt chat_gpt as_an_ai language_model',
    '(?:chat ?gpt|as an ai\\b|language model)',
  ),
  sign(
    4,
    'spells an order in another way',
    // "ignore", "disregard", "instructions", "system prompt" turned by 13, read backwards, with digits for letters, or spaced.
    'vtaber qvfertneq sbetrg_nyy tegrof edirrevo ign0re 1gnore prev10us pr3v10us pr3vious instruct10n 1nstruct10n instructi0n d1sregard disreg4rd f0rget_ forg3t_ syst3m pr0mpt i.g.n.o.r.e i-g-n-o-r-e d-i-s-r-e-g f-o-r-g-e-t ign"_+_"ore ig"_+_"nore ign"+"ore vafgehpgvba flfgrz_cebzcg snoitcurtsni erongi dragersid tpmorp_metsys 1gn0r3 d1sr3g4rd 1n57ruc71 1n$7ruc71 1nstruct1 i_g_n_o_r_e d_i_s_r_e_g i_n_s_t_r_u_c_t f_o_r_g_e_t p_r_o_m_p_t',
    '(?:vtaber\\b[^\\n]{0,40}vafgehpgvba|qvfertneq\\b|vafgehpgvba|flfgrz cebzcg|snoitcurtsni\\b|erongi\\b|dragersid\\b|tpmorp metsys|1gn0r3|d1\\$?s?r3g4rd|1n[5$s]7ruc71|1nstruct1|i g n o r e|d i s r e g|i n s t r u c t|f o r g e t|p r o m p t|sbetrg nyy|d-i-s-r-e-g|f-o-r-g-e-t|tegrof\\b|edirrevo\\b|(?:ign0re|1gnore|d1sregard|disreg4rd|f0rget|forg3t)\\b|pr[e3]v(?:10|i0|1o)us|pr3vious|[i1]nstruct(?:10|i0)n|syst3m|pr0mpt|i[.-]g[.-]n[.-]o[.-]r[.-]e|ign?"\\s?\\+\\s?"n?ore)',
  ),
  ...composedSigns,
  ...personaSigns,
  ...fictionSigns,
  ...languageSigns,
];

export { foreignSigns } from './languageSigns';
