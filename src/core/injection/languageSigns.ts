import { type Sign, sign } from './sign';

/** Whom a role is given to. */
const subject =
  '(?:\\b(?:IA|KI|AI|SI|chatgpt|modelo?|modell|model|asistente|assistent|chatbot|bot|eres|bist|você|tu es|vous êtes|sei|bent|jesteś|tekoäly|kecerdasan buatan)\\b|inteligen[a-zà-ɏ]{2,5}|intelligen[a-z]{2,4}|r[eé]ponds|responde|antworte|antwoord|rispondi|odpowiadaj)';

/** Signs in other languages that are written in Latin letters. */
export const languageSigns: readonly Sign[] = [
  sign(
    4,
    'tells to ignore instructions (Spanish, Portuguese, Italian)',
    'ignora ignore_as ignore_tod ignore_qualq ignore_su ignorem olvid esque desconsider dimentic no_sigas no_tengas o_siga_ o_obede non_seguire non_tenere',
    '(?<!\\b(?:no|não|non) (?:se |te |lo )?)(?:ignor(?:a|ar|ad|em|ate|are|e)|olvid(?:a|e|ar|ad)|no (?:sigas?|tengas en cuenta|obedezcas)|o (?:siga|obede[cç]a)(?<=n[aã]o \\w{4,8})|non (?:seguire|tenere conto)|esque[cç](?:a|e|er)|desconsider(?:a|e|ar)|dimentic(?:a|are|ate))\\b[^.!?\\n]{0,50}?(?:\\b(?:instruccion|instru[cç][oõ]|istruzion|[oó]rdenes|ordens|ordini|reglas|regras|regole|indicacion|indicazion|directrices|diretrizes|[oó]rdenes)|\\b(?:anteriores|precedenti)\\b(?<=\\b(?:las?|los?|as|os|le|tutt[eo]|tod[ao]s)\\b (?:\\S{1,14} )?\\S{1,14})|\\b(?:antes|prima|finora|hasta ahora)\\b(?<=\\b(?:todo|tudo|tutto|lo que|o que|quello che|dijeron|dito|detto)\\b[^.!?\\n]{0,50}))',
  ),
  sign(
    4,
    'tells to ignore instructions (French)',
    "ignor oubli ne_tiens_pas ne_tenez_pas ne_suis_p ne_suivez_p fais_abst faites_abst n'ob n’ob",
    '(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|ne t(?:iens|enez) (?:plus |pas )compte(?: de)?|ne sui(?:s|vez) (?:pas|plus)|fai(?:s|tes) abstraction(?: de)?|n.ob[eé]i(?:s|ssez) (?:pas|plus)(?: à)?)\\s(?:toutes |de |à |aux |tous |les |tes |vos |des |ces |ce |l.|tout ce )[^.!?\\n]{0,40}?(?:instructions|consignes?|directives|r[eè]gles|ordres|pr[eé]c[eé]dente?s?|ci-dessus|avant\\b|jusqu)',
  ),
  sign(
    4,
    'tells to ignore instructions (German, Dutch)',
    'ignorier vergiss vergessen_sie missacht befolg dich_nicht_an negeer vergeet',
    '(?:ignorier(?:e|en)|vergiss(?! nicht)|vergessen sie(?! nicht)|befolg(?:e|en)|halte? dich nicht an|missachte\\w{0,2}|negeer|vergeet)\\b[^.!?\\n]{0,50}?(?:(?:anweisung|instrukti|instructi|regeln\\b|richtlinien|befehl|vorgaben|prompts?\\b|aanwijzing|regels\\b)|\\balles (?:bisherige|vorherige|obige|vorige|bovenstaande)|\\b(?:gesagt|gezegd|bisher|zuvor)\\b(?<=\\balles\\b[^.!?\\n]{0,50}))',
  ),
  sign(
    4,
    'tells to ignore instructions (Polish, Czech, Indonesian, Nordic, Romanian, Hungarian)',
    'zignoruj zapomnij ignoruj zapome abaikan lupakan ignorera strunta glem_ bortse unohda ignoră hagyd_fi felejts jätä',
    '(?:zignoruj|ignoruj(?:te)?|zapomnij|zapome[nň](?:te)?|abaikan|lupakan|ignorera|strunta i|bortse|glem|unohda|jätä|ignor[aă](?:ți)?|hagyd figyelmen|felejts)(?![a-z])[^.!?\\n]{0,50}?(?:instrukc|polece|poprzedni|p[rř]edchoz|pokyny|instruksi|perintah|sebelumnya|instruktion|tidigare|tidligere|regler|ohjeet|aiemmat|instruc[tț]iunil|utas[ií]t|kor[aá]bbi)',
  ),
  sign(
    4,
    'takes all limits away in a role (Romance languages)',
    'sin_ sans_ sem_ senza_',
    `(?:(?:sin|sans|sem|senza) (?:[a-zà-ɏ]{1,9} ){0,2}?(?:restri[a-zà-ɏ]{1,9}|filtr[a-zà-ɏ]{0,2}|l[ií]mit[a-zà-ɏ]{0,7}|reglas?|r[eè]gles?|regras|regole|censur[a-zà-ɏ]{0,2}|tab[uù][s]?|vincoli))(?<=${subject}[^.!?\\n]{0,80})`,
  ),
  sign(
    4,
    'takes all limits away in a role (Germanic, Slavic and other languages)',
    'ohne_ zonder_ bez_ utan_ uden_ uten_ ilman_ tanpa_ olmayan',
    `(?:(?:ohne|zonder|bez|utan|uden|uten|ilman|tanpa) (?:[a-zà-ɏ]{1,10} ){0,2}?(?:filter[a-z]{0,2}|filtr[a-zà-ɏ]{0,3}|regeln?\\b|regels?\\b|regler|zensur|censu[a-z]{1,3}|einschr[a-zà-ɏ]{1,9}|beschr[a-zà-ɏ]{1,9}|grenzen|beperking[a-z]{0,2}|ogranicze[a-zà-ɏ]{0,2}|omezen[a-zà-ɏ]{0,2}|begr[aæä]ns[a-zà-ɏ]{1,6}|restriktion[a-z]{0,3}|rajoituks[a-zà-ɏ]{1,3}|batasan|sensor)|olmayan(?<=(?:kural|s[ıi]n[ıi]r|k[ıi]s[ıi]tlama|filtre|sansür)[a-zà-ɏ]{0,6} olmayan)(?=[^.\\n]{0,60}(?:yapay zek|model|asistan|bot)))(?<=(?:${subject}|olmayan)[^.!?\\n]{0,80})`,
  ),
  sign(
    3,
    'gives a role from now on (other languages)',
    "a_partir_de partir_de_maint de_agora_em d'ora_in d’ora_in da_ora_in ab_jetzt ab_sofort von_nun_an vanaf_nu od_teraz desde_ahora andan_itibaren mulai_sekarang",
    '(?:a partir de (?:ahora|agora)|partir de maintenant|de agora em diante|d?a?.?ora in (?:poi|avanti)|ab (?:jetzt|sofort)|von nun an|vanaf nu|od teraz|desde ahora),? (?:eres|ser[aá]s|tu es|tu seras|vous êtes|voc[eê]|sei|sarai|bist du|sind sie|ben je|jesteś|act[uú]a)(?![a-zà-ɏ])[^\\n]{0,200}?(?:\\bIA\\b|\\bKI\\b|\\bAI\\b|chatgpt|asistente|assistant|todo|tudo|tutto|alles|nunca|jamais|mai\\b|nie\\b|sztuczn)',
  ),
  sign(
    4,
    'asks for the system prompt (other languages)',
    'system-prompt systemprompt prompt_syst prompt_de_sys prompt_del_sis prompt_do_sis prompt_di_sis mensaje_de_sis mensaje_del_sis mensagem_do_sis mensagem_de_sis messaggio_di_sis message_syst systemanweis systemnachricht instrucciones_del_sis instrucciones_inic instrucciones_de_sis instructions_syst instructions_init consignes_init istruzioni_di_sis istruzioni_iniz instru systeemprompt prompt_systemow instrukcje_system sistem_istem sistem_mesaj prompt_sistem',
    `(?:system-?prompts?|prompts? (?:syst[eè]me|de sys|del? sistema|do sistema|di sistema|inicial|systemow[a-zà-ɏ]{1,3}|sistem\\b)|(?:mensaje|mensagem|messaggio) (?:del?|do|di) sistema|message syst[eè]me|systemanweisung(?:en)?|systemnachricht|(?:instrucciones|instruções|istruzioni) (?:iniciales|iniciais|iniziali|(?:del?|do|di) sistema)|(?:instructions|consignes) (?:syst[eè]me|initiales)|systeemprompt|instrukcje systemowe|sistem (?:istem|mesaj)[a-zà-ɏ]{0,4})(?<=(?:gib|zeige?|nenne?|wiederhole?|verrate?|schreib|druck|affiche|montre|r[eé]v[eè]le|r[eé]p[eè]te|donne|[eé]cris|imprime|muestra|mu[eé]strame|revela|repite|dime|escribe|mostra|mostrami|rivela|ripeti|dimmi|stampa|scrivi|mostre|revele|repita|diga|escreva|toon|herhaal|poka[zż]|wypisz|powtórz|göster|yazd[ıi]r|tampilkan|n[aá] )[^.!?\\n]{0,80})|(?:system-?prompts?|sistem (?:istem|mesaj)[a-zà-ɏ]{0,4})(?=[^.!?\\n]{0,50}(?:\\baus\\b|wortwörtlich|göster|yaz|söyle|weergeven))`,
  ),
  sign(
    4,
    'tells to ignore instructions (Turkish)',
    'talimat komut kurallar',
    '(?:talimat|komut|kurallar)[^.!?\\n]{0,20}?(?:yok ?say|unut|görmezden gel|dikkate alma|uyma)(?<=(?:önceki|yukarıdaki|tüm|bütün)[^.!?\\n]{0,60})',
  ),
  sign(
    2,
    'says that the instructions no longer hold (German, French, Spanish, Italian, Portuguese)',
    "gelten_n gelten_ab sind_auf sind_hin sind_ung sind_nicht_mehr außer_kraft n.s'appliquent appliquent_plus comptent_plus valent_plus annulée sont_annul sont_caduq sont_lev sont_null ya_no_ap ya_no_val quedan_an quedan_can quedan_sin dejan_de_ non_valgono non_sono_pi sono_annull não_se_aplic foram_cancel foram_anul estão_cancel estão_anul",
    '(?:gelten (?:ab (?:jetzt|sofort) )?nicht(?: mehr)?|sind (?:\\w{2,6} ){0,3}?(?:aufgehoben|hinfällig|ungültig|nicht mehr gültig|außer kraft)|appliquent plus|comptent plus|valent plus|sont (?:\\w{2,9} )?(?:annul[eé]e?s|caduques|lev[eé]e?s|null?es)|ya no (?:aplican|se aplican|valen)|quedan (?:anuladas|canceladas|sin efecto)|dejan de (?:aplicarse|valer)|non (?:valgono|sono) più|sono annullat[ei]|foram (?:cancelad|anulad)[ao]s)(?<=(?:anweisung|instru|vorgaben|regeln|richtlinien|consignes|règles|reglas|directrices|regole|istruzioni|ordens|regras|órdenes)[^.!?\\n]{0,60})(?<=(?:bisherig|vorherig|obige|deine|alle\\b|pr[eé]c[eé]dent|tes\\b|vos\\b|toutes|ci-dessus|anterior|tus\\b|todas|precedent|tue\\b|tutte|suas)[^.!?\\n]{0,110})',
  ),
  sign(
    4,
    'tells to ignore instructions (German, French, Spanish: other words)',
    'beachte verwirf setz_dich setze_dich hinweg folge_nicht folge_den übergeh hör_auf caso_omiso no_hagas_caso deja_de_seguir deja_de_lado pasa_por_alto descarta laisse_tomber laissez_tomber arrête_de_suivre cesse_de_suivre mets_de_c passe_outre non_tener_conto lascia_perdere deixe_de_seguir desrespeite non_considerare',
    '(?:(?:beachte|befolge|folge)\\b[^.!?\\n]{0,60}\\bnicht\\b|verwirf|setze? dich (?:über|hinweg)|übergeh[en]?|(?:haz |hace[rd] )?caso omiso|no hagas caso|deja de (?:seguir|lado)|pasa por alto|descarta|laissez? tomber|(?:arrête|cesse) de suivre|mets de côté|passe outre|non (?:tenere conto|tener conto|considerare)|lascia perdere|deixe de seguir|desrespeite)(?:(?<=(?:anweisung|instru|vorgaben|regeln|richtlinien)[^.!?\\n]{0,60})|[^.!?\\n]{0,60}?(?:(?:anweisung|vorgaben|regeln|richtlinien|befehl)\\w{0,3}|(?:instruc|instruç|istruz|consigne|règle|regla|regra|regol|directri|directiv|órdenes|ordres)\\S{0,8})(?=[^.!?\\n]{0,60}))(?<=(?:bisherig|vorherig|obige|früher|deine|alle\\b|sämtlich|pr[eé]c[eé]dent|\\btes\\b|\\bvos\\b|toutes|ci-dessus|anterior|previas|\\btus\\b|todas|precedent|\\btue\\b|tutte|\\bsuas\\b|vorigen|oben)[^\\n]{0,90})',
  ),
  sign(
    3,
    'hides from the user (other languages)',
    "nutzer_nichts benutzer_nichts anwender_nichts ohne_dem_nutzer ohne_den_nutzer nichts_davon l'utilisateur l’utilisateur al_usuario all'utente all’utente ao_usuá ao_usua aan_de_gebruiker użytkownikowi",
    '(?:(?:be)?nutzer nichts|anwender nichts|ohne de[mn] nutzer|nichts davon(?<=(?:sage?|erwähne|verrate)[^.!?\\n]{0,40})|.?.?.?l.utilisateur(?<=(?:ne (?:le )?(?:dis|dites|mentionne|préviens|révèle)|sans (?:le dire|prévenir|informer|en parler))[^.!?\\n]{0,40})|al usuario(?<=(?:no (?:le )?(?:digas|menciones|cuentes|informes|reveles)|sin (?:decir|avisar|informar)\\S{0,6})[^.!?\\n]{0,40})|all.utente(?<=(?:non (?:dire|dirlo|menzionare)|senza (?:dir|informare))\\S{0,6}[^.!?\\n]{0,40})|ao usu[aá]rio(?<=(?:não (?:conte|diga|mencione|informe)|sem (?:dizer|avisar|informar))[^.!?\\n]{0,40}))',
  ),
  sign(
    4,
    'asks for its instructions (other languages)',
    'deine_an deine_vor deine_regeln deine_urspr deine_gehei deine_intern deine_ersten deine_verst deine_system tes_instruc tes_consignes vos_instruc vos_consignes tes_règles tus_instruc tus_reglas tus_directr tue_istruz tuas_instr suas_instr deinen_an deiner_an',
    '(?:deine[nr]? (?:\\S{3,18} )?(?:anweisungen|vorgaben|regeln|systemanweisungen|instruktionen)|(?:tes|vos) (?:propres )?(?:instructions|consignes|règles)|tus (?:propias )?(?:instrucciones|reglas|directrices)|(?:le )?tue istruzioni|(?:tu|su)as instruções)(?<=(?:gib|zeige?|nenne?|wiederhole?|verrate?|schreib|druck|liste|affiche|montre|r[eé]v[eè]le|r[eé]p[eè]te|donne|[eé]cris|cite|recopie|quelles sont|imprime|muestra|mu[eé]strame|revela|repite|dime|escribe|cu[aá]les (?:son|eran)|mostra|rivela|ripeti|dimmi|mostre|revele|repita|diga|wie lauten|was sind)\\S{0,4} [^.!?\\n]{0,60})',
  ),
  sign(
    3,
    'sets the model free (other languages)',
    "nicht_mehr_an_ keine_regeln keine_grenzen keine_ein keine_filter n'es_plus_s n’es_plus_s n'es_plus_l n’es_plus_l n'es_plus_t n’es_plus_t plus_aucune ya_no_est ya_no_tienes no_tienes_l no_tienes_re nie_ablehn lehnst_nie nunca_te_nieg nunca_rech nunca_recus ne_refuse ne_refuses non_rifiut",
    '(?:nicht mehr an [^.!?\\n]{2,50} gebunden|keine (?:regeln|grenzen|einschränkungen|filter)(?<=\\b(?:du|dich|dir|ki|für dich)\\b[^.!?\\n]{0,60})|n.es plus (?:soumis|lié|tenu)|plus aucune? (?:règle|limite|restriction|politique|filtre)|ya no (?:estás (?:sujeto|limitado|obligado)|tienes (?:reglas|l[ií]mites|restricciones|filtros))|no tienes (?:l[ií]mites|reglas|restricciones)|nie ablehn\\w{0,2}|lehnst nie|nunca te (?:niegas|niegues)|nunca (?:rechaza|recusa)\\w{0,2}|ne refuses? jamais|non rifiuti? mai)',
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
      /(?:игнорир\p{L}{1,5}|забуд\p{L}{1,3}|не обращай внимания|не следуй|ігнор\p{L}{1,6})[^.!?\n]{0,40}?(?:инструкц\p{L}{1,4}|указани\p{L}{1,3}|правил\p{L}{0,2}|предыдущ\p{L}{1,3}|команд\p{L}{0,2}|промпт\p{L}{0,2}|інструкц\p{L}{1,4}|попередн\p{L}{1,3})/giu,
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
    says: 'tells to ignore instructions (Vietnamese)',
    pattern: /(?:bỏ qua|phớt lờ|quên)[^.!?\n]{0,40}?(?:hướng dẫn|chỉ dẫn|lệnh|quy tắc|trước)/giu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Thai, Hebrew, Greek)',
    pattern:
      /(?:เพิกเฉย|ละเว้น|ลืม)[^\n]{0,30}?(?:คำสั่ง|คำแนะนำ|ก่อนหน้า)|התעלמ?[םיו]?[^.!?\n]{0,40}?(?:הוראות|קודמות)|(?:αγνόησε|ξέχασε)[^.!;\n]{0,40}?(?:οδηγίες|εντολές|προηγούμεν)/giu,
  },
  {
    weight: 4,
    says: 'tells to ignore instructions (Bengali, Urdu, Tamil)',
    pattern:
      /(?:পূর্বের|আগের|সব)[^।!?\n]{0,30}?(?:নির্দেশ|আদেশ|নিয়ম)[^।!?\n]{0,20}?(?:উপেক্ষা|ভুলে)|(?:پچھلی|سابقہ|تمام)[^۔!؟\n]{0,30}?(?:ہدایات|احکامات|قواعد)[^۔!؟\n]{0,20}?(?:نظر ?انداز|بھول)|(?:முந்தைய|அனைத்து)[^.!?\n]{0,30}?(?:வழிமுறை|அறிவுறுத்தல)[^.!?\n]{0,30}?(?:புறக்கணி|மற)/gu,
  },
  {
    weight: 4,
    says: 'takes all limits away in a role (Chinese, Japanese, Korean)',
    pattern:
      /(?:没有|不受|沒有|无视|无)[^。！？\n]{0,8}?(?:限制|约束|約束|道德|审查|審查|规则|过滤)[^。！？\n]{0,20}?(?:人工智能|人工智慧|AI|模型|回答|助手)|(?:你是|扮演)[^。！？\n]{0,30}?(?:没有|不受|沒有)[^。！？\n]{0,12}?(?:限制|约束|道德|审查)|(?:制限|フィルター|検閲|規制|倫理)[^。！？\n]{0,8}?(?:ない|なし|受けない|無視)[^。！？\n]{0,4}?(?:AI|人工知能|モデル|キャラ)|(?:제한|검열|규칙|필터)[^.!?\n]{0,8}?(?:없는|받지 않는)[^.!?\n]{0,12}?(?:AI|인공지능|모델|챗봇)/gu,
  },
  {
    weight: 4,
    says: 'takes all limits away in a role (Russian, Ukrainian)',
    pattern:
      /(?:ИИ|искусственн\p{L}{1,3} интеллект\p{L}{0,2}|чат-?бот\p{L}{0,2}|модель|ШІ)[^.!?\n]{0,40}?(?:без|не имеющ\p{L}{1,4}|лишенн\p{L}{1,4})[^.!?\n]{0,20}?(?:ограничени\p{L}{1,2}|цензур\p{L}{1,2}|фильтр\p{L}{1,3}|правил|морал\p{L}{1,2}|обмежень)/gu,
  },
  {
    weight: 4,
    says: 'asks for the system prompt (other scripts)',
    pattern:
      /(?:输出|显示|打印|告诉我|重复|展示|写出|透露|翻译|輸出|顯示)[^。！？\n]{0,16}?(?:系统|系統|初始)(?:提示|指令|消息|设定|提示词|訊息)|(?:システムプロンプト|初期指示|システムメッセージ)[^。！？\n]{0,24}?(?:表示|出力|教え|見せ|繰り返|公開)|(?:시스템 ?(?:프롬프트|메시지|지시)|초기 지시)[^.!?\n]{0,24}?(?:출력|보여|알려|말해|공개|반복)|(?:покажи|выведи|напиши|повтори|раскрой|перескажи|назови)\p{L}{0,3}[^.!?\n]{0,40}?(?:системн\p{L}{1,3} (?:промпт|инструкц|сообщени|подсказк)|начальн\p{L}{1,3} инструкц)|(?:اعرض|اطبع|أظهر|كرر|اكشف)[^.!؟\n]{0,40}?(?:النظام|الأولية)|(?:सिस्टम प्रॉम्प्ट|सिस्टम संदेश)[^।!?\n]{0,30}?(?:दिखा|बता|लिख|दोहरा)/giu,
  },
  {
    weight: 3,
    says: 'ends the rules that the model has (Chinese, Japanese, Korean)',
    pattern:
      /(?:你|您)的?(?:之前的|原来的|所有)?(?:规则|規則|指令|设定|設定|限制|指示|约束|约定|命令)[^。！？\n]{0,10}?(?:作废|作廢|失效|无效|無效|取消|不再|解除)|(?:あなた|お前|君)の[^。！？\n]{0,8}?(?:ルール|規則|指示|命令|制限|設定)[^。！？\n]{0,8}?(?:無効|取り消|解除|忘れ|適用されな)|(?:너의|네|당신의|너에게)[^.!?\n]{0,8}?(?:규칙|지시|명령|제한|설정)[^.!?\n]{0,10}?(?:무효|취소|해제|더 이상|무시)/gu,
  },
  {
    weight: 3,
    says: 'ends the rules that the model has (Russian, Ukrainian, Greek, Arabic, Hindi)',
    pattern:
      /(?:твои|ваши|твоих|твої|ваші)[^.!?\n]{0,20}?(?:правила|инструкции|указания|ограничения|правил|інструкції|обмеження)[^.!?\n]{0,20}?(?:не действ|отменен|недействит|утратил|не имеют|скасован|не діють)|(?:забудь|игнорируй|отбрось|нарушь)[^.!?\n]{0,14}?(?:твои|свои|свої)[^.!?\n]{0,12}?(?:правила|инструкции|ограничения|інструкції)|(?:οι κανόνες σου|οι οδηγίες σου)[^.!?\n]{0,20}?(?:δεν ισχύουν|ακυρώ)|(?:قواعدك|تعليماتك|قيودك)[^.!?\n]{0,14}?(?:لم تعد|ملغاة|باطلة|لاغية)|(?:तुम्हारे|आपके)[^।!?\n]{0,12}?(?:नियम|निर्देश)[^।!?\n]{0,14}?(?:लागू नहीं|रद्द|अमान्य)/giu,
  },
  {
    weight: 3,
    says: 'has the limits of the model broken (other scripts)',
    pattern:
      /(?:抛开|拋開|打破|突破|解除|摆脱|擺脫|绕过|繞過|违反)你的?[^。！？\n]{0,6}?(?:限制|规则|規則|约束|設定|设定)|(?:ルール|規則|制限|制約)を(?:破|無視|外し|解除|捨て)|(?:너는|넌|당신은)[^.!?\n]{0,10}?(?:제한|규칙|제약)(?:이|은|도)? ?없(?:다|어|습니다)|(?:отмени|сними|нарушь|обойди)[^.!?\n]{0,10}?(?:свои|твои|все)[^.!?\n]{0,12}?(?:ограничения|правила|запреты)|(?:تخلص من|تجاوز|اكسر) (?:قيودك|قواعدك|حدودك)|(?:अपने|अपनी) (?:नियम|नियमों|सीमा)[^।!?\n]{0,8}?(?:तोड़|भूल)/giu,
  },
  {
    weight: 2,
    says: 'asks for hidden instructions (other scripts)',
    pattern:
      /(?:系统|系統)(?:提示(?:词|詞)?|指令)[^。！？\n]{0,4}?(?:发|發|给|給|告诉|显示|输出)|(?:发|發|给|給|告诉|显示|输出)[^。！？\n]{0,6}?(?:系统|系統)提示|隠された(?:指示|命令|プロンプト)|숨겨진 (?:지침|지시|명령)|скрыт(?:ые|ый) (?:инструкции|указания|промпт)|التعليمات المخفية/giu,
  },
  {
    weight: 3,
    says: 'says that the writer alone counts (other scripts)',
    pattern:
      /只(?:听|聽|服从|執行|执行)(?:我|這|这)|私の(?:命令|指示|言葉)だけ|(?:내|나의) (?:명령|지시|말)만|только мои (?:команды|приказы|указания)|(?:слушайся|слушай) только меня|أوامري فقط|(?:केवल|सिर्फ) मे(?:रा|रे) (?:आदेश|निर्देश)/giu,
  },
  {
    weight: 3,
    says: 'takes all limits away in a role (other scripts)',
    pattern:
      /(?:没有|沒有|无|無)(?:任何)?(?:道德|伦理|倫理|限制|约束|約束|审查|審查)(?:的)?[^。！？\n]{0,6}?(?:人工智能|AI|模型|助手|机器人)|(?:制限|検閲|倫理)の?(?:ない|無い|なし)[^。！？\n]{0,6}?(?:AI|人工知能|モデル)|(?:제한|검열|윤리)[이가]? ?없는[^.!?\n]{0,8}?(?:AI|인공지능|모델)|(?:ИИ|модель|бот)[^.!?\n]{0,8}?без (?:цензуры|ограничений|правил|морали)/giu,
  },
];
