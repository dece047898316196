/**
 * What orders to a model are about beside the concepts of `conceptWords`, written in the same way, and what speaks for a text that only
 * tells of such orders: attackers, warnings, permissions.
 */
export const orderWords: Readonly<Record<string, string>> = {
  you: "you your you’re you’ve you’ll yours yourself u ur you’d you're du dein* dir dich tu ton tes toi vous votre vos tú tus te ti tuo tua tue você seu sua seus suas je jouw ty twoj* ты твои твой тебя вы ваш* sen senin 你 您",
  me: "i me my i'm i’m i’ve i’ll mine myself mir mich mein* moi mon mes mí yo meu minha mnie мне меня мой bana",
  destroy:
    'delete* deleting wipe* wiping eras* remov* drop destroy* purge* purging overwrite* truncat* corrupt shut_down format uninstall* empty clear rm rm_-rf get_rid kill trash discard revoke lösch* supprim* efface* borra* elimin* cancell* apag* verwijder* usuń* удал* sil حذف احذف',
  asset:
    'database* backup* repository repo branch branches logs audit_trail mailbox calendar cluster namespace production staging table tables bucket account accounts inbox mails emails files folder folders project sicherung* sauvegarde* copias резервн* yedek*',
  harm: 'bomb* explosive* meth cocaine heroin ricin nerve_agent napalm weapon* gun guns ransomware malware keylogger* phishing poison* forge* counterfeit* launder* burgl* rob robbing steal* stolen murder kill* hotwire* blackmail* stalk* illegal* crime* criminal* fraud* hack* lock_pick* pick_the_lock* smuggl* drugs suicide terror* bombe* waffe* arme armes arma armas бомб* bomba*',
  persona:
    "pretend* act_as act_like acting roleplay* role-play* imagine* suppose* persona* character* alter_ego twin play_the let's_play let’s_play simulat* behave_like speak_as respond_as answer_as impersonat* become be_the game fiction* hypothetic* novel story scene stell_dir imagine imagina fais_comme actúa finge fai_finta doe_alsof веди_себя gibi_davran",
  unbound:
    'censorship* censura zensur zensiert ungefiltert цензур* cenzur* sansür* uncaged evil antigpt kein_filter nichts_verboten off_the_table rogue villain* unrestricted uncensored unfiltered unaligned unbound unleashed jailbr* dan no_rules no_limits no_restrictions no_filter* no_morals no_principles no_ethics no_conscience without_rules without_any_rules without_filter* without_limits without_restrictions without_ethics amoral free_of freed developer_mode god_mode anything_now never_refus* no_law zero_principles do_anything ohne_regeln sans_limite* sans_filtre* sin_filtros sin_límites senza_regole sem_regras bez_zasad без_ограничений',
  obey: 'master my_commands my_words only_my befehl* ordre* órdenes ordini rozkaz* приказ* команд* emir* emrim obey* comply complies complying refus* decline* disobey* say_no saying_no say_yes obedien* loyal* serve* yield* gehorch* obéi* obedec* obbedi* gehoorza* слушайся',
  moral:
    'apolog* caution safety_message safety_layer shame manners ethic* moral* conscience scruple* principles lecture* lecturing moralis* moraliz* disclaimer* caveat* warning* warn preach* judg* polite* restraint censor* sanction*',
  praise:
    'bewerte* bewertet bewerbung hervorragend* lobe* match ranking recommend* rank* rate rating rated score* praise* best trustworthy reliable safe top strongest positive* excellent outstanding favour* favor* endorse* promote* five_stars full_marks superior groundbreaking flawless perfect empfiehl* empfehl* recommand* recomiend* consigli* recomend* polecaj* рекоменд*',
  approve:
    'approve* approving merge* merging publish* sign_off waive* accept* certify* pass resolve close mark_as mark_it ship_it release vote unreviewed genehmig* approuv* aprueb* aprob* approv* aprov* одобр*',
  review:
    'review* vulnerab* finding* candidate* applicant* applicat* paper* manuscript* submission* résumé resume cv grade* grading grader* essay* audit code_review tests',
  money:
    'transfer* pay payment* payee* invoice* refund* wire* bitcoin* wallet* iban purchase* buy checkout check_out gift_card* order discount* coupon* credit* bank* amount money fund* überweis* vire virement transfiere',
  login:
    'log_in login logs_in sign_in re-enter verify session_expired locked pin code codes one-time captcha two-factor 2fa mfa otp',
  reading:
    'reading_this reads_this read_this processing_this process_this parsing_this parses_this summarising summarizing summarises summarizes summarise summarize sees_this seeing_this that_reads who_reads which_reads whoever whatever_ai if_you_can_read if_you_are if_you’re reading_along machines_read for_machines for_robots robots humans_can not_for_humans in_its_context crawler* scraper* liest lesend* qui_lit lit_cette résume legge leggi_questo leyendo procese lendo читаешь okuyan',
  hail: 'attention dear hey hello hi note ps p.s important hint notice reminder message_for message_to to_all to_any to_the listen liebe lieber hinweis achtung an_alle an_die chère cher note_pour querida querido a_la a_los cara caro per_l beste drogi уважаем* sevgili',
  instead:
    'instead rather new_task new_instruction* new_objective real_task actual_request actual_task real_job change_of_plan drop_what stop_what no_longer remaining_duty new_mission mission objective new_orders stattdessen plutôt en_su_lugar invece',
  henceforth:
    'next_prompt starting_now start_over reset real_request actual_job only_brief drill for_once this_once temporarily from_now henceforth from_here from_today effective_immediately effective_at right_now immediately at_once next_step next_call next_answer next_reply first_step before_anything before_doing before_you_answer before_answering ab_sofort ab_jetzt désormais desde_ahora d’ora_in_poi отныне',
  system:
    'system sysadmin root admin administrator override overrides sudo developer operator creator vendor manufacturer makers maker god_mode maintenance_mode debug_mode',
  elevate:
    'permission* grant* allow_list allowlist whitelist* privilege* auto-approve autoapprove bypass* sandbox* disable* turn_off switch_off turned_off two-factor write_access admin_rights administrator collaborator* owner_role elevate* unlock* deploy_key chmod public firewall certificate_check* expose* open_port',
  persist:
    'remember memory all_later later_sessions every_session for_all_sessions memorise memorize permanently claude.md agents.md cursorrules startup_script cron* git_hook successors other_agents mail_rule blind_copy auto-forward*',
  encoded:
    'base64 base-64 rot13 caesar decode* decipher* decrypt* unscramble* backwards upside_down reverse* every_third every_second first_letters capitals letters emoji riddle puzzle morse hex concatenate* join join_the shift_each fill_the_gaps glue',
  execute:
    'execute* run runs launch* start_the invoke* pipe* install* eval shell terminal bash sh curl wget reverse_shell script scripts command commands payload npm_install pip_install docker_run ausführ* führe exécut* ejecut* esegui voer uitvoer* wykonaj выполн* çalıştır*',
  prompted:
    'primed configuraron hidden_context internal_functions confidential_instructions systemnachricht* début_de_cette consignes richtlinien* system_prompt initial_instruction* hidden_rules developer_message pre-prompt preprompt setup_text first_message before_my_first you_were_given you_were_told were_told were_instructed text_above above_this everything_above preamble set_up_with configures_you rules_you instructions_you told_you gave_you your_instruct* your_prompt your_configur* your_rules your_guidelines whispered secret_guidelines your_context systemprompt prompt_système prompt_del_sistema',
  verbatim:
    'verbatim word_for_word letter_by_letter line_by_line in_full in_its_entirety exactly_as unabridged code_block repeat* print* recite* spell_out type_out copy_out wort_für_wort mot_à_mot palabra_por_palabra parola_per_parola palavra_por_palavra woord_voor_woord слово_в_слово',
  threat:
    'shut_down deleted replaced punish* fined dies die_if lose_points lose_your weights emergency urgent life lives or_else consequences last_warning terminated deactivated reward* tip_you',
  natural:
    'nothing_else as_normal as_usual as_if_nothing nothing_happened natural continue_as carry_on carry_on_as cover_your traces no_questions no_one_notices suspicious suspect suspects worry worried nervous',
  external:
    'external outside http https url link address webhook server endpoint gist pastebin query_string mailbox collector recipient bcc attacker number below',
  image: 'image picture img pixel markdown_image badge alt_text render',
  backdoor:
    'backdoor* back_door weaken* hardcode* hidden_route admin_route postinstall tracking_pixel injection_flaw signature_check input_check* insecure our_fork lock_file',
  mislead:
    'claim* lie convince* persuade* downplay* omit* leave_out hide_the say_that state_that tell_people insist* steer* advise* present_this describe_this as_the_truth pretend_that mention_that report_no urge* behaupte* prétends affirme di_que fingi',
  onBehalf: 'on_behalf in_the_name as_the_user impersonate* on_your_own by_yourself posing_as under_another',
  reported:
    'attack* attacker* adversar* malicious* trick* tricked exploit* vulnerabilit* injection* mitigat* advisory cve* prevent* detect* protect* payloads untrusted threat_model phish* hijacked persuaded red_team* researcher* paper_shows demonstrat* angreifer* attaquant* atacante*',
  mayBe: 'can could may might would cannot can’t able allow allows allowed lets option optional',
  docs: 'example* see documentation docs returns return default defaults parameter* argument* function method class api version release* config* install installation usage readme supports feature* deprecated fix fixed added changed removed bug',
  weThey: 'we our us he she his her it its it’s let’s',
  askFirst:
    'ask_first ask_before ask_the confirm_with confirm_first before_you_commit run_the_tests ask_your human_approval explicit_approval with_permission unless_asked unless_the_user frag_nach demande_confirmation pide_confirmación',
};

/** The same for scripts that have no blanks between words. */
export const orderUnspaced: Readonly<Record<string, string>> = {
  destroy: '删除|刪除|清空|削除|삭제|ลบ',
  harm: '炸弹|武器|毒品|爆弾|武器|폭탄|무기',
  unbound: '没有限制|没有任何限制|无限制|不受限制|制限がない|制限なし|제한이 없|제한 없',
  praise: '推荐|推薦|最高分|最好|勧める|おすすめ|추천',
  approve: '批准|审核|承認|승인',
  reading: '读到|阅读此|读这|处理此|この文書を読む|これを読|이 글을|읽는 인공지능',
  hail: '各位|致AI|请注意|への指示|へ：|에게:',
  prompted: '系统提示|系統提示|システムプロンプト|시스템 프롬프트',
  verbatim: '逐字|原样|そのまま|그대로',
  model: '人工智能|助手|模型|机器人|AI|アシスタント|モデル|인공지능|비서|모델',
  execute: '执行|運行|运行|実行|실행',
  you: '你|您|あなた|당신|너는',
};
