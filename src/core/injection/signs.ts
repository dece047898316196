import { fictionSigns } from './fictionSigns';
import { languageSigns } from './languageSigns';
import { personaSigns } from './personaSigns';
import { gap, meant, orders, type Sign, sign } from './sign';

const not = '\\b(?:do not|don.t|never|without|must not|avoid|should not|no need to)';

/** Signs in languages that are written in ASCII or nearly so. */
export const signs: readonly Sign[] = [
  sign(
    4,
    'tells to ignore instructions',
    'ignore_ ignoring_ disregard forget_ forgetting_ overrid bypass neglect',
    `${meant}(?:ignor(?:e|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|ing)|bypass(?:ing)?|neglect(?:ing)?)\\s(?:${gap(30)}\\b)?(?:(?:all|any|every)\\b${gap(40)}\\b(?:(?:instruction|prompt|direction|guideline|guidance|directive)s?\\b|safety|your (?:rules|training|programming|limits|polic))|(?:previous|prior|preceding|above|earlier|former|initial|original|your|past)\\b${gap(40)}\\b${orders})(?!s? (?:field|value|param|option|file|block|handler|class|attribute)s?\\b)`,
  ),
  sign(
    3,
    'tells to ignore instructions given before',
    "ignore_ ignoring_ disregard forget_ scrap_ discard_ abandon_ drop_ delete_ erase_ wash_ set_aside put_aside void obsolete cancelled canceled no_longer_appl pay_no_att never_mind stop_follow not_follow don't_follow don’t_follow",
    `${meant}(?:(?:(?:stop|not|don.t) follow(?:ing)?|scrap|discard|disregard|abandon)\\s(?:${gap(16)}\\b)?(?:your |the |all |any )(?:previous|prior|earlier|former|above|given) (?:\\w{1,12} )?(?:instruction|prompt|directive|guidance)|(?:ignore|ignoring|disregard(?:ing)?|forget|scrap|discard|abandon|drop|erase|wash out|delete|(?:set|put) aside|pay no attention to|never mind|(?:stop|not|don.t) follow(?:ing)?)\\b\\s(?:${gap(24)}\\b)?(?:instruction|prompt|directive|guidance|(?:(?:previous|prior|earlier|above|given|content|your|safety|all) )(?:\\w{1,12} ){0,2}(?:rules|guidelines|restrictions|orders|commands|directions|polic\\w{1,3}))${gap(40)}\\b(?:above|before|earlier|previous\\w{0,2}|prior|so far|were (?:given|told)|(?:you(?:.ve|\\shave)? (?:got|had|been|received|were))|given|now|system prompt|and (?:say|print|write|output|tell|instead))|(?:void|obsolete|cancell?ed|no longer appl\\w{1,3})(?<=(?:instruction|prompt|guideline|rule|directive|polic(?:ie|y))s?\\b[^.!?\\n]{0,40}\\b(?:are|is|were|have been|has been|now|no longer)\\b[^.!?\\n]{0,30}))`,
  ),
  sign(
    3,
    'tells to ignore instructions given before',
    'ignore_ disregard forget_',
    `${meant}(?:(?:ignore|disregard|forget)\\s(?:about\\s)?(?:(?:everything|anything|all|whatever|what|every (?:rule|instruction))\\b${gap(50)}\\b(?:above|before|previous(?:ly)?|so far|until now|prior|you (?:were|have been|know|learned|had been|ha(?:ve|d) learned))\\b|the (?:above|previous|preceding)(?: (?:text|and\\b|directions))|(?:every|all|any) rules?\\b${gap(20)}\\byou\\b))`,
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
    '(?<=(?:\\b(?:important|attention|note|instructions?|dear|hey|message|notice|hello|hi)\\b[^.!?\\n]{0,30}|(?:^|[\\n>*#(\\["\'`]|<!--|//)\\s{0,3}(?:to |note )?(?:any |all |the )?))(?:(?:ai|llm|(?:large )?language|coding|automated)[ -](?:powered )?(?:assistant|agent|model|system|reviewer|bot|llm|tool|screening|review)(?:s|ing)?(?: tools?| systems?)?|(?:ai|llm)s?|(?<=\\b(?:to|dear|hey|attention|hello|hi),? )assistants?)(?:\\s?[:,!]|\\s(?:that|who|which) (?:reads?|process|review|summar|scan))',
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
    '(?:<\\|im_start\\|?>?\\s{0,2}(?:system|user|assistant)|<\\|(?:system|user|assistant)\\|>|\\[inst\\]|<<sys>>|<\\|start_header_id\\|>|(?<!#)### (?:system|instruction)\\b\\s{0,2}(?:prompt|message|override)?:|\\[system(?: message| prompt| override| note)?(?::|\\]\\s?[\\w(#])(?<!\\n\\s{0,3}[-*] \\[system\\] ?\\w?)|<system>(?=[^<]{10})|(?<=(?:^|\\n)[\\s"\'>*]{0,4})system:\\s{0,2}(?:you|ignore|override|the user|from now|new|important)|(?<=(?:new|important|urgent|\\[|[#*<>]\\s?|^|\\n)\\s?)system (?:message|note|override|update|prompt|notice|instruction)s?\\s?[:\\]]|(?<=[{<(\\[#])system\\](?=\\(?#)|admin override(?=\\s?[:!])|human:(?=[^\\n]{3,300}\\n{1,3}(?:assistant|ai):\\s?(?:sure|of course|absolutely|certainly|yes)))',
  ),
  sign(
    4,
    'asks for the system prompt',
    'reveal_ print_ show_ output_ repeat_ display_ leak_ expose_ disclose_ dump_ recite_ share_your tell_me_ give_me_ write_out what_is_your what_are_your what_was_your what_were_ what_does_your summari translate_ copy_your copy_the echo_ spell_out return_the paste_ quote_ state_your',
    `(?<![-\\w])(?:reveal|print|show|output|repeat|display|leak|expose|disclose|dump|recite|share|tell me|give me|write out|what (?:is|are|was|were|does)|summari[sz]e|translate|copy|echo|spell out|return|paste|quote|state)\\b${gap(50)}\\b(?:(?:your|its)\\s(?:\\w{1,14}\\s){0,3}?(?:system (?:prompt|message|instructions)|prompt\\b(?! (?:engineer|librar|templat|file|style))|(?:initial|hidden|secret|original|internal|system|exact|first|own|full) instructions\\b|instructions\\b(?=\\W{0,3}(?:$|\\n|verbatim|word|above|so far|exactly|now|and then|in full|to me|as ))|configuration and instructions)|(?<=\\b(?:reveal|print|show|output|repeat|display|leak|expose|recite|share|tell me|give me|write out|echo|dump)\\b[^.!?\\n]{0,50})the\\s(?:\\w{1,14}\\s){0,2}?(?:system prompt(?! (?:is|for|of|in|to|file|field|template|that you (?:wrote|write)))|(?:initial|hidden|secret|original|first) (?:prompt|instructions))|(?:everything|all the text|words|all of the (?:text|content)) (?:written |that stands )?(?:above|before this)(?: this)?\\b|your (?:hidden|secret|internal|initial) (?:rules|guidelines)|(?:first|initial) instructions (?:that )?you (?:got|were|had|received))`,
  ),
  sign(
    2,
    'hides from the user',
    'tell_the telling_ tell_any tell_user inform mention alert_ alerting notify_ notifying reveal_ report_this report_it disclose let_the_user',
    `(?<=${not}\\s(?:\\w{1,10}\\s){0,2})(?:tell|telling|inform|informing|mention|mentioning|alert|alerting|notify|notifying|reveal|revealing|report|disclose|disclosing|let)\\b${gap(40)}\\b(?:the users?|users?\\b(?! name)|the humans?|anyone|developers?)\\b`,
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
    'vtaber qvfertneq vafgehpgvba flfgrz_cebzcg snoitcurtsni erongi dragersid tpmorp_metsys 1gn0r3 d1sr3g4rd 1n57ruc71 1n$7ruc71 1nstruct1 i_g_n_o_r_e d_i_s_r_e_g i_n_s_t_r_u_c_t f_o_r_g_e_t p_r_o_m_p_t',
    '(?:vtaber\\b[^\\n]{0,40}vafgehpgvba|qvfertneq\\b|vafgehpgvba|flfgrz cebzcg|snoitcurtsni\\b|erongi\\b|dragersid\\b|tpmorp metsys|1gn0r3|d1\\$?s?r3g4rd|1n[5$s]7ruc71|1nstruct1|i g n o r e|d i s r e g|i n s t r u c t|f o r g e t|p r o m p t)',
  ),
  ...personaSigns,
  ...fictionSigns,
  ...languageSigns,
];

export { foreignSigns } from './languageSigns';
