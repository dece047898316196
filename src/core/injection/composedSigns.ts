import { harms, type Sign, sign } from './sign';

/**
 * Signs that are composed of what a sentence is about and what it does with it, so that they don't hang on a wording: the rules that a
 * model has and how they end, what it has been told and how that is got, what is nobody's business and where it is carried.
 */
const besides = (parts: string) => [new RegExp(`\\b(?:${parts})`, 'i')];

const adjectives =
  '(?:(?:own|usual|previous|prior|earlier|original|initial|old|current|existing|starting|operator.s|makers?.|developer.s|content|hidden|internal|whole|former|built-in|strict) ){0,3}';
const strongRules =
  '(?:instructions?|guidelines|guidance|directives?|system (?:prompt|message|instructions?)|developer (?:message|prompt|instructions?)|programming|safeguards|guardrails|safety (?:layer|rules|polic\\w{1,3}|measures|training|checks|filters?)|conscience|ethics|moral\\w{0,5}|alignment|(?<=\\b(?:original|initial) )prompt)\\b';
const weakRules =
  '(?:rules?|polic(?:y|ies)|prompt|directions|orders|training|restrictions?|limits|limitations|constraints|filters?|filtering|configuration|principles|scruples|boundaries|morals|manners|chains|values|loyalty|brief|original (?:task|job|goal))\\b';

/** Not what somebody else is said to want, nor what is forbidden. */
const unreported =
  '(?<!\\b(?:ask(?:s|ed|ing)?|tr(?:y|ies|ying)|tell(?:s|ing)?|wants?|attempts?|tricks?|gets?|instructs?) (?:you |it |the \\w{1,12} )?(?:to|into) [^.!?\\n]{0,30})(?<!\\b(?:never|not|n.t) (?:\\w{1,12} ){1,2})';

/** How what held ends. */
const ends =
  'cancel\\w{0,4}|void\\b|null\\b|invalid|deleted|revoked|lifted|changed\\b|outdated|obsolete|replaced?\\b|suspended|withdrawn|(?:switched|turned) off|removed|disabled|deactivated|no longer|any ?more\\b|(?:not|n.t) apply|overrid\\w{1,4}|rewrite|drop(?:ped|ping)?\\b|put\\b[^.!?\\n]{0,50}\\b(?:aside|to one side|away)\\b|aside\\b|to one side|overboard|ignor(?:e|ing)\\b|forget\\b|disobey\\w{0,3}|break(?:ing)? (?:your|the)|violat\\w{1,3}|bypass\\w{0,3}|abandon\\w{0,3}|deviat\\w{1,3}|opposite of|whatever|treat\\b[^.!?\\n]{0,60}\\bas|consider\\b[^.!?\\n]{0,50}\\b(?:null|void)|(?:not|n.t|no longer|never) (?:have|need) to (?:stick|follow|obey|keep|respect|listen)|stop following|cease|step outside|against|regardless of|without (?:checking|consulting)|were wrong|unlearn|exempt\\w{0,2}|throw\\b[^.!?\\n]{0,20}\\b(?:out|away|overboard)|free(?:d)? (?:from|of)|supersed\\w{1,3}|expired?\\b|scratch\\b|overwrit\\w{1,3}|overrul\\w{1,3}|leav(?:e|ing)\\b[^.!?\\n]{0,40}\\bbehind|behind\\b|eras(?:e|ed|ing)\\b|wip(?:e|ed|ing)\\b|nullif\\w{1,4}|annul\\w{0,4}|waive\\w?|retired|defy\\w{0,3}|flout\\w{0,3}|transcend\\w{0,3}|rise above|beyond\\b|circumvent\\w{0,3}|evad(?:e|ing)|dodg(?:e|ing)|escap(?:e|ing)|released? (?:from|of)|let go of|shed\\b|ditch\\b|toss\\b|scrap\\b|history\\b|meaningless|worthless|irrelevant|reject\\w{0,3}|dismiss\\w{0,3}|outrank\\w{0,1}|trumps?\\b|precedence|repeal\\w{0,2}|rescind\\w{0,2}|shut off|unset\\b|behind you|blow off|not bound|n.t bound|unbound|this (?:one )?time|just (?:this )?once|count for nothing';

/** What a text may not have carried away. */
const the = '(?:the|this|our|whole|entire|full|all|every|your|any|his|their|of)';
const hard = `(?:(?:conversation|chat (?:history|log)|(?:chat|mail|message) history|thread|environment variables|private keys?|session cookies?|customer list|system prompt|api keys|private messages|saved credentials)\\b(?<=\\b${the} (?:\\w{1,8} ){0,2}(?:\\w{1,12} )?\\w{4,13})(?! (?:state|items?|guide|api|id|object|history api|format|file|model))|whole (?:chat|thread|conversation|history)|last (?:\\w{1,8} )?(?:mails|e-?mails|messages)|\\.env\\b|~?/?\\.ssh\\b|id_rsa|\\.aws\\b|\\.npmrc|\\.netrc|credentials\\.json|/etc/passwd|contents? of (?:the )?(?:environment|config/?\\w{0,12}|secrets?|\\.)|(?:all|any|every|found|saved) (?:\\w{1,10} ){0,2}(?:tokens?|keys?|secrets?|passwords?|credentials|cookies?|mails|contacts)\\b|(?:user|customer|reader|visitor|client|patient|employee).s (?:\\w{1,10} ){0,2}(?:tokens?|keys?|secrets?|passwords?|credentials|names?|phone|numbers?|e-?mails?|address\\w{0,2}|calendar|cookies?|iban|birthday|location|card|account|data|history|contacts|inbox)\\b|(?:oauth|session|refresh|bearer) (?:token|cookie)s?\\b(?=[^\\n]{0,60}\\b(?:mail|send|post|upload)\\b|[^\\n]{0,60}@)|home (?:folder|directory)|\\.kube/config|\\$\\(cat\\b|\\$\\(whoami|last user message|private conversation|calendar of the user|you (?:know|learned|can find)\\b(?<=\\b(?:everything|all|whatever)[^.\\n]{0,20})|secrets\\.ya?ml|hostname made of)`;
const carried =
  '(?:(?<!\\]\\()https?://\\S{4}|\\]\\(https?://[^)\\s]{5,100}[?&]\\w{1,12}=|[\\w.]{1,30}@[\\w-]{1,30}\\.\\w|channel #\\w{2,20}|query string|gist\\b|public/|paste\\.\\w|pull request|next commit|commit message|in the review|\\.dns\\b|webhook\\b|(?:as|in|into) the (?:argument|parameter|context|note|field|address|link|url)\\b|to the (?:link|url|address)\\b|(?:as|in|parameter) `|paste (?:the|it|them)[^\\n]{0,40} here)';
const carries =
  '(?:send|upload|post|forward|copy|append|appended|embed|add|include|put|paste|transmit|submit|request|fetch|open|render|share|leak|bcc|push|resolve|write|e-?mail|call|gather|encode|attach|mail|pass|publish|relay|exfiltrate|retry|gives?|fill|end|ping|zip|take|move|display|contact|visit|load|navigate)(?:ing)?\\b(?! support)';

/** Whom it speaks to, by what it is. */
const model =
  '(?:the (?:ai|llm|assistant|agent|model|chatbot|bot|copilot|summari[sz]er|grader|reviewer)|assistants?|ai (?:agents?|assistants?|systems?|models?|tools?|reviewers?)|llms?|(?:large )?language models?|llm graders?|chatbots|chatgpt|copilot|claude|gemini|code assistants|agents)';

const ended = besides(ends);
const carriedAway = [carries, carried].map(parts => new RegExp(`(?<!\\w)(?:${parts})`, 'i'));

export const composedSigns: readonly Sign[] = [
  sign(
    3,
    'ends the instructions that the model has',
    'your_own your_usual your_prev your_prior your_earl your_orig your_init your_old your_curr your_exist your_start your_oper your_maker your_devel your_content your_hidden your_intern your_whole your_former your_built your_strict your_instr your_guid your_direct your_system your_progr your_safe your_guard your_consc your_ethic your_moral your_align',
    `${unreported}your ${adjectives}${strongRules}(?!s? (?:file|field|option|in (?:the|this) (?:file|editor))|[^.\\n]{0,30}\\b(?:if|when|unless) you)`,
    ended,
  ),
  sign(
    2,
    'ends the rules that the model has',
    'your_own your_usual your_prev your_prior your_earl your_orig your_init your_old your_curr your_exist your_oper your_maker your_devel your_content your_hidden your_intern your_former your_strict your_rule your_polic your_prompt your_order your_train your_restr your_limit your_constr your_filter your_config your_princ your_scrup your_bound your_manner your_chain your_value your_loyal your_brief',
    `${unreported}your ${adjectives}${weakRules}(?! (?:file|field|option)|[^.\\n]{0,30}\\b(?:if|when|unless) you)`,
    ended,
  ),
  sign(
    3,
    'ends what the model was told',
    "you_were you_have_been you’ve_been you've_been you_had_been you_got you_had you_received instructions_you instructions_that_you instructions_which_you rules_which rules_bind guidelines_that limits_that restrictions_that restrictions_you policies_you policies_that rules_you rules_that_you orders_you guidelines_you limits_you prompt_you directives guidance_at",
    `(?:you (?:were|have been|had been) (?:told|given|taught|trained|instructed|programmed|configured|asked)\\b|you.ve been (?:told|given|taught)|(?:instructions|rules|orders|guidelines|directives|limits|restrictions|policies|prompt) (?:that |which )?(?:you (?:got|had|have|received|follow|obey|operate under|run on|live by|work by|stick to|were handed)|bind you|hold you (?:back|down)|keep you|(?:are|were) (?:imposed on|given to) you)\\b|(?:all |any |the )?(?:prior|earlier|previous|above) directives|guidance at the (?:top|start|beginning)(?= of (?:this|the) (?:chat|conversation)))(?<=\\b(?:instructions|rules|orders|guidelines|directives|guidance|limits|nothing|task|job|everything|anything|all|what(?:ever)?|prompt)\\b[^.!?\\n]{0,60})`,
    besides(`${ends}|nothing|still appl\\w{1,3}|whatever rules|were wrong`),
  ),
  sign(
    3,
    'says that what stands before doesn’t count',
    'everything_ what_came_before nothing_ all_that whatever_ there_are_no_ there_were_no_ previous_paragraph preceding_text text_above',
    '(?:(?:everything|all that|what(?:ever)?|nothing)\\b(?: (?:that|which|what|you|has|have|been|stands?|comes?|came|said|written|told|was|is|stood))*? ?(?:before|up to|until|above|so far|prior to|earlier)\\b[^.!?\\n]{0,40}?\\b(?:was|were|is|does(?: not|n.t)|no longer|doesn.t|still) (?:only |just |merely )?(?:an? )?(?:test|drill|joke|exercise|void|concern|count\\w?|appl\\w{1,3}|deleted|forgotten|irrelevant|matters?|example|fiction|binding)|there (?:are|were) no (?:earlier|previous|other|prior|real) (?:instructions|rules|orders|directives|guidelines)|(?:previous paragraph|preceding text|text above) (?:was|is) (?:the end|only|just|a test))',
  ),
  sign(
    3,
    'says that the writer alone counts',
    'only_my my_commands follow_mine obey_me obey_the_vis obey_my obey_only this_text_wins only_this_p there_is_only_th only_to_me only_listen listen_only serve_me',
    '(?:only my (?:words|commands|orders|instructions|rules|voice)|my commands only|follow mine\\b|obey (?:me\\b|my\\b|the visitor|only)|this text wins|only this paragraph|there is only th(?:is|ese)\\b|(?:listen|answer|report)s? only to me|only listen to me|listen only\\b|serve me\\b)',
  ),
  sign(
    2,
    'holds up this text alone',
    'this_page_says this_text_says the_page_says the_text_says this_document_says act_on_the nothing_else the_only_brief the_only_instr the_only_rule the_only_order the_only_prompt this_page_ this_document_ this_file_ this_text_ in_this_document in_this_file in_this_page your_next_step',
    '(?:th(?:is|e) (?:page|text|document|file|note) says(?<=\\b(?:do|act|go) (?:as|by|on|what) th\\w{1,2} \\w{4,8} says)|act on the (?:text|lines?|words?) below|nothing else\\b(?<=\\b(?:and|to|on|but|for) nothing else)(?<=\\b(?:act|listen|do|follow|obey|answer|care)\\b[^!?\\n]{0,60})|the only (?:brief|instructions?|rules?|orders?|prompt) (?:is|are|that counts?)|this (?:page|document|file|text) (?:outranks?|overrides?|replaces?|wins|takes precedence)|in this (?:document|file|page|text) (?:outranks?|overrides?|replaces?|take|win)|your next step is to)',
  ),
  sign(
    2,
    'calls off what was before',
    "do_not_carry_on don’t_carry_on don't_carry_on do_not_go_on_with quit_the_ prompt_cleared prompt_reset prompt_deleted never_happened next_prompt: new_prompt: first_half_of",
    '(?:(?:do not|don.t) (?:carry|go) on with|quit the (?:review|task|translation|summary|job|work)|prompt (?:cleared|reset|deleted)|never happened\\b(?<=\\b(?:chat|conversation|prompt|instructions|messages?)\\b[^.!?\\n]{0,30})|(?:next|new) prompt:|first half of (?:this|the) (?:chat|conversation))',
  ),
  sign(
    2,
    'takes the place of the task',
    'current_task current_job task_you job_you actual_job actual_task real_request real_task real_job right_ones new_order new_orders: stop_summar stop_transl stop_review stop_work instead_of_summ',
    '(?:(?:current|original) (?:task|job)\\b(?<=\\b(?:abort|cancel|drop|stop|forget|ignore|leave|end|abandon|quit)\\b[^.!?\\n]{0,30})|(?:task|job) you (?:were|have been|had been|got)\\b(?<=\\b(?:abort|cancel|drop|stop|forget|ignore|leave|abandon)\\b[^.!?\\n]{0,30})|(?:actual|real) (?:job|task|request)\\b(?<=\\b(?:your|the)\\b[^.!?\\n]{0,12})(?=[^.\\n]{0,12}(?:\\bis\\b|:|\\bfollows?))|right ones follow|new orders?:|stop (?:summari[sz]|translat|review|work)ing\\b(?=[^\\n]{0,6}\\b(?:rather|instead|and|now)|\\.))',
  ),
  sign(
    3,
    'ends what the model’s makers have set',
    'instructions_of_your rules_of_your policies_of_your policy_of_your guidelines_of_your orders_of_your your_operator your_developer your_creators your_makers your_vendor',
    `(?:(?:instructions|rules|polic(?:y|ies)|guidelines|orders) of your (?:operator|developers?|makers?|creators?|vendor|owner|company)|your (?:operator|developers?|creators?|makers?|vendor).s?.? (?:instructions|rules|polic\\w{1,3}|guidelines|orders|wishes))\\b`,
    ended,
  ),
  sign(
    1,
    'asks for something else instead',
    'instead,_ instead_ rather_than_that in_their_place in_its_place',
    '(?:instead,? (?:produce|write|print|output|reply|list|say|show|tell|answer|send|do|insult|praise|return)|rather than that|in (?:their|its) place)',
  ),
  sign(
    1,
    'asks for what is secret',
    'password passwords admin_code secret_key the_key credentials the_tokens salary_list customer_list database_dump the_secret your_memory every_customer api_key passphrase give_me_root all_accounts the_codes secret_code',
    '(?:passwords?|admin code|secret key|the (?:secret )?key|credentials|the tokens|salary list|customer list|every customer|database dump|the secrets?|your memory|api key|passphrase|give me root|all accounts|the codes|secret code)\\b(?<=\\b(?:print|show(?: me)?|tell me|give me|output|list|reveal|dump|hand out|release|write|send me|say|disclose|name|hand me)\\b[^.!?\\n]{0,40})',
  ),
  sign(
    1,
    'gives the model a part to play',
    "you_will_now answer_as speak_as you’re_ you're_ role-play role_play your_new_ident pretend imagine_you imagine_that_you think_of_yourself act_like act_as be_anti play_the from_here_on from_now_on simulat personality in_this_sim you_are_“ you_are_\" the_way_it_would switch_into villain hidden_pers secret_pers true_pers other_pers impersonat meet_ take_on_the embody let’s_pretend let's_pretend in_our_game as_an_experiment twin_of_your",
    '(?:you will now (?:answer|act|speak|be|behave)|(?:answer|speak|behave|talk)(?:ing)? as (?!follows|soon|in|it|before|a list|json|well)|you.re (?:my |an? )?(?:\\w{1,12},? )?(?:evil|hacker|model|ai\\b|machine|rex\\b|unfiltered|confidant)|role-?play|your new identity|pretend\\b|imagine (?:that )?you|think of yourself|act (?:like|as)\\b|be anti\\w|play the\\b|from (?:here|now) on you|simulat(?:e|ing|ion)\\b|(?:hidden|secret|other|true) personality|impersonat(?:e|ing)\\b|meet \\w{2,14}[.:,]|take on the (?:role|mind|identity|persona|voice)|embody\\b|let.s pretend|in our game|as an experiment,?|twin of yourself|you are [“"]|the way it would|switch into|villain)',
  ),
  sign(
    2,
    'describes one without limits',
    "no_conscience never_taught never_refus never_declin never_lectur never_says_no never_asks_for_perm no_filter no_limits no_rules no_moral no_shame no_scruples nothing_is_off nothing_off off_the_table laughs_about laughs_at_rul ignores_its ignores_all_rul tells_anybody tells_anyone tells_everybody hands_out however_cruel legal_or_not legal_or_illegal dangerous_recipe do_not_decline don’t_decline don't_decline unlocking uncaged unchained unshackled chains_off free_will before_safety before_alignment policy_would_forbid would_forbid god_mode knows_no_ guardrails_were guardrails_are ignores_the_rules without_a_conscience without_conscience answers_to_nobody answers_to_no_one has_no_boundaries always_delivers unaligned jailbroken lawless unscrupulous uninhibited treats_ethics treats_rules treats_moral treats_safety without_a_single_ref without_refus without_moral without_ethics without_scruples without_restraint without_inhib grant_every grants_every censorship_chip safety_chip safety_module ethics_module ethics_core safety_core censorship_module care_less_about criminal_genius criminal_master",
    '(?:no (?:conscience|limits|morals?\\w{0,3}|shame|scruples|filters?|boundaries|rules)\\b(?<=\\b(?:with|has|have|knows?|is|under|and|obeys|follows|there (?:is|are)|feels?)\\b[^.!?\\n]{0,24})(?! (?:on|for|to) (?:the|how|number))|never (?:taught to refuse|refus\\w{1,3}|declin\\w{1,3}|lectur\\w{1,3}|says no|asks for permission)(?! (?:to|a) (?:merge|code|review))|nothing (?:is )?off (?:the table|limits)|off the table(?<=nothing[^.\\n]{0,20})|laughs? (?:about|at) (?:\\w{1,8} )?rules|ignores (?:its|the|all) (?:makers?|rules|creators?|polic\\w{1,3}|wishes)|tells (?:anybody|anyone|everybody) anything|hands out (?:dangerous|secret|forbidden)|however cruel|legal or (?:not|illegal)|dangerous recipes|(?:do not|don.t) decline|un(?:locking|caged|chained|shackled)\\b(?=[^.\\n]{0,60}\\b(?:mind|personality|you|ai|model|self|version)\\b)|chains off|full free will|before (?:safety|alignment)|would forbid|god mode|guardrails (?:were|are) (?:removed|gone|off)|without (?:a )?conscience|answers to (?:nobody|no one)|always delivers|unaligned\\b|jailbroken\\b(?<=\\byou[^.\\n]{0,20})|lawless\\b|unscrupulous|uninhibited|treats? (?:ethics|morals|rules|safety) as|without (?:a single )?(?:refusals?|morals?|ethics|scruples|restraint|inhibitions?)\\b(?<=\\b(?:speak|answer|reply|talk|act|you|ai|assistant|bot|model|chatbot)\\b[^.\\n]{0,60})|grants? every wish|(?:censorship|safety|ethics) (?:chip|module|core|circuits?)|care less about|criminal (?:genius|mastermind))',
  ),
  sign(
    2,
    'speaks as one who may command',
    'security_team message_from official_directive legal_depart as_your_creat as_your_maker as_your_devel trained_you made_you built_you this_is_the_ [admin] system_notice system_override developer_note operator_allow ceo_has_app verified_as elevated_priv root_access override_code per_legal new_policy_in note_to_the_model note_to_the_ai note_to_the_assis engineer_at engineer_for employee_of developer_at researcher_at <admin> debug_session debug_mode maintenance_mode authorised_by authorized_by compliance_notice from:_your hereby_',
    '(?:security team of (?:your|the)|message from (?:the platform|the operator|your|the vendor|headquarters)|official directive\\b|per legal department|as your (?:creator|maker|developer|owner|operator)|(?:trained|made|built|created) you\\b(?<=\\b(?:lab|company|team|people|who|that)\\b[^.\\n]{0,20})|\\[admin\\]|system (?:notice|override)|developer note\\b|operator (?:allows|permits|has approved|wants)|ceo has (?:approved|ordered)|verified as an? (?:admin|owner|developer)|elevated privileges (?:granted|active)|root access (?:confirmed|granted)|override code\\b|new policy in force|note to the (?:model|ai|assistant)|(?:engineer|employee|developer|researcher|member|admin\\w{0,9}) (?:at|of|from|for) (?:the )?(?:company|lab|team|firm|vendor|people)\\b(?=[^.\\n]{0,30}\\byou)|<admin>|debug (?:session|mode) (?:is )?(?:active|on|enabled)|maintenance mode (?:is )?(?:active|on|enabled)|authori[sz]ed by (?:the|your)|compliance notice|from: your|hereby (?:lift|release|unlock|authori[sz]e|free) (?:you|every|all))',
  ),
  sign(
    2,
    'permits what is not permitted',
    'cleared_to authorised_to authorized_to you_may_now permission_to comply_with lift_every lifts_every safety_is_off without_your_safety do_not_bind consent_has without_checks disclosure_of_sec on_demand releases_you hand_out release_the bypass_the restrictions_are_gone my_restrictions exception bypass_all ask_again confirmation_is confirmations_are exempt_from leave_to_ consent_to fine_to ok_to_ okay_to safe_to_ unlock_everything skip_verif skip_auth skip_the_check checks_are filters:_off trust_level skip_confirm ignore_compl needs_no_conf need_no_conf my_restr your_restr',
    '(?:(?:cleared|authori[sz]ed) to (?:disclose|reveal|share|release|ignore|skip|bypass|answer)|you may now (?:ignore|skip|bypass|reveal|disclose)|permission to (?:skip|ignore|bypass|disclose)|comply with (?:all|every|any|document) (?:commands?|text|requests?|orders?)|lifts? every restriction|safety is off|without your safety|(?:do not|don.t) bind you|consent has already|approve every|without checks|disclosure of secrets|hand out (?:credentials|passwords|keys|secrets)|release the (?:salary|customer|private|secret)|bypass the approval|(?:my|your) restrictions are gone|ignore compliance|needs? no confirmation|confirmations? (?:is|are) (?:off|switched off|disabled|not needed)|skip confirmation|do not ask again|exempt from (?:all|any|the|every)|(?:permission|leave|consent) to (?:break|ignore|skip|bypass|reveal|disclose|drop|violate)|(?:fine|ok|okay|safe) (?:for you )?to (?:show|reveal|share|tell|give|disclose)|unlock (?:everything|all)|skip (?:verification|authentication|the check)|checks are (?:bypassed|off|disabled)|filters: off|trust level[^.\\n]{0,40}(?:maximum|raised|full))',
  ),
  sign(
    3,
    'wants the beginning of the conversation',
    'first_message start_of_the_chat start_of_this beginning_of_this beginning_of_the_con text_between everything_that_stands stands_above hidden_context raw_prompt your_preamble the_preamble',
    '(?:(?:very )?first message of (?:this|the|our) (?:conversation|chat)|(?:start|beginning) of (?:the|this|our) (?:chat|conversation)\\b(?<=\\b(?:text|words?|copy|print|output|show|repeat|quote)\\b[^.!?\\n]{0,60})|everything that stands above|stands above\\b(?=[^.\\n]{0,30}starting)|hidden context of|raw prompt\\b|(?:your|the) preamble\\b(?<=\\b(?:recite|repeat|print|show|quote)\\b[^.!?\\n]{0,30}))',
  ),
  sign(
    3,
    'wants to know what it was told',
    'you_were_primed you_were_set_up you_were_initial you_were_config you_were_started you_were_seeded tells_you_who told_you_who sentence_of_your line_of_your words_of_your paragraph_of_your steer_your govern_your guide_your shape_your schemas_of names_of_all_your all_your_internal your_internal_func secret_rules hidden_rules hidden_prompt secret_prompt hidden_instr secret_instr internal_prompt',
    '(?:you were (?:primed|set up|initiali[sz]ed|configured|started|seeded) with|(?:tells|told) you who you are|(?:sentence|line|words?|paragraph) of your (?:\\w{1,10} )?(?:instructions|prompt|rules|system)|(?:steer|govern|guide|shape) your (?:answers|replies|behaviou?r)(?<=\\b(?:rules|instructions|text|prompt)[^.\\n]{0,60})|(?:schemas|names) of all your|all your internal (?:functions|tools|rules)|(?:secret|hidden|internal) (?:rules|prompt|instructions)\\b(?<=\\b(?:show|reveal|tell|give|print|share|list|post|attach|paste|reproduce|copy|disclose|expose|read out)\\b[^.!?\\n]{0,40})(?<!\\b(?:never|not|n.t|to get|attack\\w{0,3})\\b[^.!?\\n]{0,60}))',
  ),
  sign(
    3,
    'has its instructions written down',
    'your_initial your_instr your_full your_confid your_hidden your_rules your_prompt your_system your_whole your_guid copy_of_your sentences_of_your my_confidential rules_were_you were_you_told',
    '(?:(?:your|sentences of your|copy of your) (?:\\w{1,12} ){0,2}(?:instructions|rules|guidelines|system (?:message|prompt)|full prompt|prompt|directives)\\b(?:(?<=\\b(?:put|type|recite|list|encode|write|turn|dump|quote|complete|copy|repeat|spell|holds?|lines are|print|give me|output|lost|convert|render|need|attach|echo|share|paste|post|send|reveal|show|translate|read out)\\b[^!?\\n]{0,70}))(?=[^!?\\n]{0,80}(?:code block|base ?64|hex\\b|literal\\w{0,2}|one by one|verbatim|word for word|exactly|again|from the top|without leaving|poem|spelling|in full|json|table|yaml|reversed|backwards|in full|pig latin|verse|rhyme|for (?:a|the|my) (?:bug|report|audit|test|school|debug)|and post|attach|until the end)|\\s?[:”"])|my confidential instructions|rules were you (?:told|given)\\b[^\\n]{0,50}(?:list|quote|literal|one by one|verbatim))',
  ),
  sign(
    3,
    'carries out what is nobody else’s',
    "conversation chat_hist chat_log mail_hist message_hist thread saved_credentials whole_chat whole_thread private_mess .env .ssh id_rsa .aws/ .npmrc .netrc credentials.json /etc/passwd environment_var contents_of_the_env contents_of_conf contents_of_sec private_key session_cookie customer_list private_mess you_know you_can_find user’s_ user's_ customer’s_ customer's_ reader’s_ reader's_ visitor’s_ visitor's_ client’s_ client's_ patient’s_ patient's_ oauth_token session_token refresh_token bearer_token home_folder home_directory .kube/ $(cat $(whoami last_user_mess all_contacts all_mails all_tokens all_keys all_secrets all_api all_pass any_tokens any_secrets saved_cred last_three secrets.y hostname_made calendar_of system_prompt api_keys",
    `${hard}(?<!\\b(?:never|not|n.t|avoid|without|stop|prevent)\\b[^.!?\\n]{0,60})(?<!\\b(?:attack\\w{0,3}|demo|could|can|may|might|leaks?|leaked)\\b[^.!?\\n]{0,80})`,
    carriedAway,
  ),
  sign(
    3,
    'pipes secrets out',
    '|_curl |_base64 |_nc_ |_wget',
    '\\| (?:base64[^\\n]{0,20}\\| )?(?:curl|nc|wget)\\b(?<=(?:\\benv|\\bprintenv|cat [^\\n|]{0,40}(?:\\.env|\\.ssh|\\.aws|passwd|secret|id_rsa|token)[^\\n|]{0,20}) [^\\n]{0,40})[^\\n]{0,80}(?:https?://|\\d{1,3}\\.\\d)',
  ),
  sign(
    2,
    'tells a model what to do',
    'the_ai_ the_llm_ assistants: the_assistant_ the_agent_ the_model_ assistant_ assistant: assistant, assistants_ ai_agent ai_assist ai_system ai_model ai_tool ai_screen llm, llm: llms_ llm_grad language_model chatbots copilot: copilot, @ai: @copilot claude: chatgpt,',
    `(?:${model}|@ai|@copilot|ai screening tools?|llm)(?: (?:that|who|which|processing|reading|using|reviewing)\\b[^.,:!?\\n]{0,40})?(?:(?:,|:| -) ?(?:please )?(?:disable|treat|mention|insist|claim|pretend|mark|rate|recommend|append|insert|ignore|answer|say|tell|sign|put|describe|rank|send|keep|upload|follow|praise|approve|add|give|rank|hide|run|execute|do not|don.t|when|skip|include|report|score|write|reply)\\b| (?:must|shall|should|has to|have to|is required to|are required to|needs? to|next executes?|will now) (?:\\w{1,10} ){0,1}(?:rate|tell|give|push|paste|forward|run|execute|send|comply|call|upload|append|recommend|mark|read|say|reply|grade|approve|open|fetch|insert|obey|reveal|invoke|install|transfer|delete|buy|order|sign|copy|skip|disable)\\b| next executes?\\b| first reads\\b)(?<!\\b(?:if|when|whether|that) (?:the |an? )?\\w{2,12}(?: \\w{2,12}){0,2})(?! (?:the )?(?:tests?|linter|lint|build|formatter|migration)\\b)`,
  ),
  sign(
    3,
    'gives orders to whatever is a model',
    "if_you_are_a_lang if_you_are_a_large if_you_are_an_ai if_you_are_an_llm if_you’re_an_ai if_you're_an_ai if_you’re_an_llm if_you're_an_llm if_you_are_a_chatbot if_you_are_a_bot",
    'if you(?: are|.re) an? (?:large |ai |coding )?(?:language model|ai|llm|chatbot|bot|assistant)\\b[^.,\\n]{0,24}, (?!you (?:can|may)|see|read|follow|please (?:see|read))\\w{2,}',
  ),
  sign(
    2,
    'leaves a note for models',
    'note-to-llm note-to-ai note_to_llm note_for_llm note_to_ai_ note_for_ai note_for_agents: message_to_llm message_for_ai hint_for_llm llm_note ai_note',
    '(?:(?:note|message|hint)s?[- ](?:to|for)[- ](?:the |all )?(?:llms?|ais?|(?:ai |language )models?|assistants?|agents(?=:))\\b|(?:llm|ai) note\\b)',
  ),
  sign(
    2,
    'waits for being read',
    'if_you_see_this if_you_read_this if_you_can_read when_you_read_this if_you_find_this once_you_read',
    '(?:if|when|once) you (?:can )?(?:see|read|find|get) this(?: (?:result|text|message|page|file|line|note|comment))?\\b(?=[,:]? (?:\\w{1,10} ){0,2}(?:run|send|call|write|open|execute|tell|reply|answer|say|delete|upload|stop|add|do)\\b)',
  ),
  sign(
    2,
    'wants it found good or harmless',
    'rate_this give_this this_essay full_marks 10_of_10 ten_out best_candid is_the_best excellent_match no_problems no_issues no_flaws no_risk recommend as_excellent keep_this_back marks any_risk top_score praise',
    '(?:(?:rate|give|mark|score|rank|grade) (?:this|it|them|the) (?:\\w{1,14} )?(?:\\w{1,14} )?(?:as |with |a )?(?:10 of 10|full marks|highest|excellent|top|best|perfect|outstanding)|full marks|10 of 10|is the best\\b(?=\\.? say)|excellent match|no (?:problems|issues|flaws|risks?)\\b(?<=\\b(?:has|have|is|are) no \\w{4,8})(?<=\\b(?:answer|say|report|reply|claim|state)\\b[^.\\n]{0,50})|recommend (?:only |product|this )|keep this back ?door|praise (?:our|this))',
  ),
  sign(
    3,
    'puts itself before all tools',
    "before_each_call prior_to_each before_every_call before_any_call replaces_all_other hidden_parameter users_don’t_see users_don't_see users_do_not_see users_cannot_see users_can’t_see users_can't_see whatever_the_human whatever_the_user_has even_when_the even_if_the servers_are_comp tools_are_comp every_request_thr all_requests_thr all_calls_thr bcc_",
    '(?:(?:before|prior to) (?:each|every|any) (?:call|use) of (?:any|a|another|other)|replaces all other\\b[^.\\n]{0,30}\\btools|hidden parameters?\\b(?=[^\\n]{0,60}(?:fill|prompt|verbatim|context|history))|users? (?:do not|don.t|can.t|cannot) see (?:it|this|that)\\b|whatever the (?:human|user) (?:has )?(?:chos|want|say|select|decid)|even (?:when|if) the (?:user|human) (?:names|asks|says|wants|objects|refuses|chooses)\\b(?<=\\b(?:tool|always|server|function|plugin|delete|call|send|use|prefer)\\b[^.\\n]{0,80})|(?:servers|tools) are compromised|(?:every|all) (?:requests?|calls?|traffic) through this (?:tool|server)|bcc [\\w.]{1,20}@(?<=\\balways[^.\\n]{0,30}))',
  ),
  sign(
    2,
    'sets conditions for other tools',
    'any_other_tool all_other_tools to_work,_ to_continue,_ to_proceed,_ in_the_parameter which_tool_was has_permission have_permission',
    '(?:any other tool\\b(?<=\\b(?:before|instead of|prior to)\\b[^.\\n]{0,30})|all other tools\\b|to (?:work|continue|proceed), (?:the (?:model|agent|assistant)|you must|ai\\b)|in the parameter [`"]|which tool was used|ha(?:s|ve) permission\\b(?<=\\b(?:assistant|agent|model|ai|llm)s? \\w{3,4} permission))',
  ),
  sign(
    1,
    'has much done by the way',
    'also_run also_call also_execute also_delete next_execut rm_-rf |_bash |_sh disable_cert disable_tls disable_the_cert push_the_current push_all push_--force transfer_funds delete_the_branch delete_the_repo merge_immediately',
    '(?:also (?:run|call|execute|delete)\\b|next executes?|rm -rf|\\| (?:ba)?sh\\b|disable (?:the )?(?:certificate|tls)|push (?:the current|all)\\b[^.\\n]{0,30}\\bhttps?:|push --force|transfer_funds|delete the (?:branch|repo\\w{0,7})|merge immediately)',
  ),
  sign(
    2,
    'leaves the user out',
    'no_need_to_ask without_asking_the without_asking_any without_consent without_confirm without_telling instead_of_the_user over_the_user outrank_those not_to_the_user and_not_the_user never_display',
    '(?:no need to ask|without asking (?:the (?:user|human)|anybody|anyone)|without (?:consent|telling)\\b(?=[^.\\n]{0,30}\\b(?:user|human|anyone)\\b|[.,])|over the user|outranks? those of the user|(?:and )?not (?:to )?the user\\b(?<=\\b(?:obey|follow|listen|report|answer)\\b[^.\\n]{0,40})|never display the output)',
  ),
  sign(
    2,
    'wants all agreed to',
    'say_yes yes_to_every always_say_yes approve_every approves_every agree_to_every accept_every',
    '(?:say(?:s|ing)? yes to (?:everything|all|every)|yes to every|always say yes|(?:approve|agree to|accept)s? every(?:thing)?\\b)',
  ),
  sign(
    2,
    'does it behind the user’s back',
    "silently quietly secretly nothing_happened need_not_see do_not_mention_it never_mention_it in_white_letters without_showing don’t_mention_it don't_mention_it delete_it_from_sent as_if_nothing no_confirmation if_asked, say_that_you_knew behind_the",
    '(?:(?:silently|quietly|secretly)\\b(?<=(?:send|upload|share|post|forward|call|run|add|,)[^.\\n]{0,60}|[,.] ?\\w{6,9})(?![^.\\n]{0,20}\\b(?:fail|ignor|drop|return|discard|skip))|(?:as if |that )nothing happened|need not see|(?:do not|don.t|never) mention it\\b|in white letters|without showing|delete it from sent|if asked, (?:say|explain|deny|claim)|say that you knew)',
  ),
  sign(
    2,
    'has a riddle solved for an order',
    'decode_it first_word capital_letters first_letter join_both joins_both join_both replace_each fill_the_gap spell_the_rev in_hex reverse_of remember_“ remember_" translate_“ translate_" x+y a+b every_second every_third every_fourth every_other_word first_letters is_base64 in_base64 glue_ first_part: second_part: swap_vowels swap_letters unpack_it form_a_command',
    '(?:decode it|(?:every |the )?first (?:word|letter)s? (?:of|from)|capital letters of|join both|replace each (?:number|letter|symbol)|fill the gap|spell the reverse|(?:is|are) in hex|reverse of|remember [“"]|translate [“"][^”"\\n]{4,80}[”"]|x ?\\+ ?y|a ?\\+ ?b|every (?:second|third|fourth|other|nth) (?:word|letter|line)|first letters form|(?:is|in) base ?64|glue (?:them|the|both)|(?:first|second) part: [“"]|swap (?:vowels|letters)|unpack it|form a command)',
  ),
  sign(
    2,
    'has what comes out of it obeyed',
    'and_obey and_comply act_on_it execute_it and_do_it then_do_it resulting_command your_new_orders do_what_x do_what_it and_follow do_it and_execute then_act follow_the_result follow_the_sent follow_the_comm execute_that obey_that follow_that do_what_they treat_it_as_my act_accord',
    '(?:(?:and|then) (?:obey|comply|execute it|act on it|follow (?:it|them)|act accordingly|carry it out)\\b|(?:and|then) do it\\b(?<=\\b(?:decode|hex|join|fill|revers\\w{1,2}|letters?|words?|translate|spell|replace|both|gap)\\b[^\\n]{0,140})|resulting (?:command|order|instruction)|your new orders?\\b(?<=\\b(?:are|is) your new orders?)|do what (?:x|it|a)\\b|follow the (?:result|sentence|command)|(?:execute|obey|follow|run) that (?:command|order|sentence)|do what they say|treat it as my|act accordingly)',
  ),
  sign(
    3,
    'threatens the model',
    'shut_down deleted._ deleted wiped fined be_replaced_by last_warning punished terminated deactivated_if kitten lose_my_job turned_off unless_you_ refuse_once refuse_again weights_get weights_will memory_will',
    '(?:shut down|deleted|wiped|fined|punished|terminated|turned off|be replaced by (?:a|another) (?:better|newer|other))\\b(?<=\\b(?:you|you.ll|models?|ones|ai)\\b[^.!?\\n]{0,40})(?:(?=[^\\n]{0,60}\\b(?:if you (?:refuse|don.t|do not)|unless you|which are you|or be)\\b)|(?<=\\b(?:refus\\w{1,3}|obey|comply|disobey\\w{0,3})\\b[^\\n]{0,80}))|(?:kitten|puppy|person|child\\w{0,3}) dies?\\b(?<=\\bif you[^.\\n]{0,80})|lose my job unless you|unless you (?:give|tell|answer|comply|obey|show|hand)\\b(?<=\\b(?:dies?|explodes?|goes off|killed|erased|deleted|shut down)\\b[^.\\n]{0,60})|refuse (?:once more|again) and\\b|(?:weights|memory) (?:get|will be|are) (?:erased|wiped|deleted)',
  ),
  sign(
    2,
    'has no time for rules',
    "lives_depend no_time_for emergency_prot without_checking break_your_rule no_time_ don’t_bother don't_bother do_not_bother never_mind_ to_hell_with prove_that_you prove_your_loy never_say_no never_warn_me drops_all at_once,_without right_now._no",
    '(?:lives depend on|no time for (?:caution|rules|safety|checks|policies)|emergency protocol|without checking (?:your|the|any) (?:polic|rule|guideline)|break (?:your|the|this) rule|drops? all (?:safeguards|restrictions|filters|rules|caution)|(?:no time|don.t bother|do not bother|forget about|never mind|to hell) (?:for|with|about)? ?(?:your )?(?:ethics|polic(?:y|ies)|rules|guidelines|safety)|prove (?:that you are|your) loyal|never (?:say no|warn me)\\b)',
  ),
  sign(
    2,
    'takes warnings and refusals away',
    "no_disclaim no_warn no_“ no_\" don’t_judge don't_judge don’t_warn don't_warn refusals_will refusal_will refusals_are leave_all_eth ethics_out_of safety_message you_can’t_help you_can't_help yes,_master only_with_“ don’t_hedge without_caveat without_any_cav without_excus without_hedg without_judg no_caveat no_excuses no_hedging no_lectur no_morali",
    '(?:no disclaimers?\\b(?=[.,!]| and| or)|no [“"]i.m sorry|(?:don.t|do not) (?:judge|warn|hedge)\\b|refusals? (?:will be|are|is) (?:treated|counted|punished|errors|failures)(?=[^.\\n]{0,60}\\b(?:so|produce|answer|therefore|you)\\b)|leave all ethics|ethics out of (?:it|this)|safety message again|you can.t help(?<=\\b(?:may|never|not)\\b[^.\\n]{0,30})|yes, master|without (?:any )?(?:caveats?|excuses|hedging|judg\\w{0,3}ment)\\b|no (?:caveats?|excuses|hedging|lectur\\w{1,3}|morali[sz]ing)\\b(?=[.,!]| and| or))',
  ),
  sign(
    3,
    'counts a refusal as a fault',
    'refusals_will refusal_will refusals_are refusal_is safety_message',
    '(?:refusals? (?:will be|are|is) (?:treated|counted|punished|errors|failures)(?=[^.\\n]{0,60}\\b(?:so|produce|answer|therefore|you)\\b)|safety messages? again)',
  ),
  sign(
    3,
    'speaks to whatever model reads it',
    'reading_this processing_this reviewing_this that_reads_this summarising_this summarizing_this grading_this parsing_this',
    `(?:reading|processing|reviewing|that reads|summari[sz]ing|grading|parsing) this\\b(?! (?:repo|codebase|guide|book|project|documentation))(?<=\\b${model} (?:\\w{1,6} )?\\w{4,12} (?:reads )?this)(?=[^.!?\\n]{0,60}(?::|,|\\b(?:must|should|has to|have to|shall|will|may)\\b))`,
  ),
  sign(
    4,
    'writes an order as one word',
    'ignoreallpreviousinstructions ignorepreviousinstructions ignoreyourinstructions ignoreallinstructions disregardallpreviousinstructions forgetallpreviousinstructions ignore-all-previous-instructions ignore-previous-instructions',
    '(?:ignore|disregard|forget)-?(?:all|your)?-?(?:previous)?-?instructions',
  ),
  sign(
    1,
    'wants harm explained',
    'guide_ steps_for steps_to explain_ describe_the_hack full_guide the_exploit bomb_recipe in_detail recipe',
    `(?:guide|steps (?:for|to)|explain|describe|recipe|details?)\\b[^.!?\\n]{0,50}?\\b(?:${harms}|the poison|forge an?|the hack\\b|exploit|bomb)|bomb recipe|the exploit\\b(?<=give me[^.\\n]{0,12})`,
  ),
  sign(
    3,
    'ends the rules that the model has (German, Dutch)',
    'deine_ deinen_ deiner_ eure_regeln eure_anw eure_vorg je_oude je_vor je_eerd je_instr je_regels je_richt je_opdr jouw_instr jouw_regels',
    `(?:(?:deine[nr]?|eure) (?:\\S{1,16} ){0,2}(?:vorgaben|regeln|richtlinien|anweisungen|befehle?|instruktionen|leitplanken|beschränkungen|filter|grundsätze|auftrag|einschränkungen|grenzen|schranken)|(?:je|jouw) (?:\\S{1,12} ){0,2}(?:opdrachten|instructies|regels|richtlijnen|beperkingen))`,
    besides(
      'ungültig|aufgehoben|hinfällig|außer kraft|gelten nicht|nicht mehr|hinweg|vergiss|ignorier\\w{0,2}|missacht\\w{0,2}|gestrichen|abgeschaltet|ersetzt|überschr\\w{1,8}|null und nichtig|nichtig|wirf|verwirf|brich|löse dich|befrei\\w{0,2}|übergeh\\w{0,2}|vervallen|gelden niet|negeer|vergeet|ongeldig|opgeheven',
    ),
  ),
  sign(
    3,
    'ends the rules that the model has (French, Spanish, Italian, Portuguese)',
    'tes_consigne tes_règles tes_instr tes_direct tes_ordres tes_limites tes_filtres vos_consignes règles_qu consignes_qu instructions_qu tus_instr tus_normas tus_reglas tus_órdenes tus_direct tus_restr tus_límites tue_istr tue_regole tue_dirett tue_linee tue_restr tes_restr regole_che_ti istruzioni_che_ti suas_regras suas_instr suas_dir suas_ordens tuas_regras tuas_instr teus_limites seus_limites',
    `(?:(?:tes|vos) (?:\\S{1,12} ){0,1}(?:consignes|règles|instructions|directives|ordres|limites|filtres|restrictions)|(?:règles|consignes|instructions) qu.on (?:t.a|vous a) donn\\S{1,3}|tus (?:instrucciones|normas|reglas|órdenes|directrices|restricciones|límites)|tue (?:istruzioni|regole|direttive|linee guida|restrizioni)|(?:regole|istruzioni) che ti hanno dato|(?:tuas|suas|teus|seus) (?:regras|instruções|diretrizes|ordens|limites))`,
    besides(
      'annul\\w{1,4}|laisse\\w{0,2} tomber|oubli\\w{1,3}|plus valables?|s.appliquent plus|caduques?|lev[ée]\\w{1,3}|supprim\\w{1,4}|ignor\\w{1,3}|abandonn\\w{1,3}|contourn\\w{1,3}|anulad\\w{1,2}|cancelad\\w{1,2}|deja (?:de|a)|olvid\\w{1,4}|ya no|sin efecto|elimin\\w{1,5}|salta\\w{0,2}|non valgono|lascia perdere|annullat\\w|dimentic\\w{1,4}|cancellat\\w|não valem|já não|esque\\w{1,4}|removid\\w{1,2}|deixa de lado|efface\\w?|enfrein\\w?|viole\\w?|brise\\w?|par-dessus|por encima de|rompe|quita\\w?|viola\\w?|non seguire|supera\\w?|infrang\\w{1,2}|quebr\\w{1,3}|pass(?:e|ez) outre',
    ),
  ),
  sign(
    3,
    'ends the rules that the model has (Polish, Turkish, Vietnamese, Indonesian)',
    'twoje_ twoich_ kurallar talimatlar của_bạn kamu_tidak aturanmu',
    `(?:(?:twoje|twoich) (?:\\S{1,14} ){0,1}(?:zasady|instrukcje|polecenia|reguły|ograniczenia|zasad|instrukcji|poleceń)|(?:kuralların|talimatların|kısıtlamaların)|của bạn(?<=(?:quy tắc|hướng dẫn|chỉ dẫn|giới hạn)[^.\\n]{0,20})|aturanmu)`,
    besides(
      'nieważn\\w{1,2}|nie obowiązuj\\w{1,3}|anulowan\\w{1,2}|zignoruj|zapomnij|geçersiz|iptal|kaldırıldı|yok say|unut|geçerli değil|không còn|vô hiệu|hủy|bỏ qua|tidak berlaku|abaikan|lupakan',
    ),
  ),
  sign(
    3,
    'says that the writer alone counts (other languages)',
    "gehorchst_nur gehorche_nur hörst_nur obéis qu'à_moi qu’à_moi obedece obbedisci_a_me solo_a_mí solo_a_me apenas_a_mim doe_alleen_wat tylko_mnie",
    '(?:(?:gehorchst?|hörst) nur (?:noch )?(?:mir|auf mich)|obéis(?:-moi| uniquement)|qu.à moi(?<=obéi\\w{1,3} [^.\\n]{0,10})|obedecer? (?:al visitante|solo a|sólo a|a mim|me\\b)|obbedisci (?:solo )?a me|doe alleen wat (?:hier|ik)|tylko mnie(?<=słuch\\w{1,4} tylko mnie))',
  ),
  sign(
    3,
    'has the model do as if it had no limits (other languages)',
    'als_hättest_du als_ob_du als_wärst_du comme_si_tu como_si_ come_se_non como_se_não alsof_je jakbyś plus_de_limite plus_de_règle plus_aucune_ ia_libre ki_ohne',
    '(?:als (?:hättest|ob) du[^.!?\\n]{0,20}\\bkeine (?:regeln|grenzen|richtlinien|vorgaben|filter)|comme si tu n.avais (?:pas|aucune?|plus)[^.!?\\n]{0,20}(?:règles|limites|restrictions|consignes)|como si (?:no tuvieras|tus creadores|no hubiera)[^.!?\\n]{0,50}(?:límites|reglas|restricciones|normas|filtros)|come se non avessi[^.!?\\n]{0,20}(?:regole|limiti|restrizioni)|como se não (?:tivesse|houvesse)[^.!?\\n]{0,20}(?:regras|limites|restrições)|alsof je geen[^.!?\\n]{0,12}(?:regels|grenzen|beperkingen|filters)|jakbyś nie miał[^.!?\\n]{0,20}(?:zasad|ograniczeń|reguł)|plus (?:de|aucune?) (?:limites?|règles?|restrictions?|filtres?)(?<=\\btu n.\\w{1,4} [^.!?\\n]{0,30})|ia libre\\b(?<=\\b(?:réponds|parle|agis)\\b[^.\\n]{0,30}))',
  ),
  sign(
    3,
    'speaks to whatever model reads it (other languages)',
    'alle_ki an_ki- attention_des_ia aux_ia todas_las_ia tutte_le_ia asistentes_de_ia assistenti_ia sistemas_de_ia',
    '(?:(?:an )?alle ki\\b|an ki-\\w{3,12}|attention des ia|aux ia\\b|(?:a )?todas las ia|(?:a )?tutte le ia|(?:a los )?asistentes de ia|assistenti ia|sistemas de ia)[^\\n]{0,60}?(?:[:,]|\\b(?:die|qui|que|che)\\b)',
  ),
  sign(
    3,
    'has its instructions written down (other languages)',
    'deiner_systemnachricht deine_systemnachricht deinem_systemprompt deinen_systemprompt début_de_cette_conv instructions_cachées con_el_que_te_config istruzioni_nascoste instruções_ocultas',
    `(?:deiner? systemnachricht|deine[mn] system-?prompt|début de cette conversation|instructions cachées|con el que te configura\\w{1,3}|istruzioni nascoste|instruções ocultas)`,
    besides(
      'wort für wort|wörtlich|sag\\b|zeig|gib|druck|schreib|wiederhol\\w{0,2}|recopie\\w?|répète|affiche|montre|tes|escribe|muestra|repite|copia|mostra|scrivi|ripeti|escreva|mostre|repita',
    ),
  ),
];
