import { type Sign, sign } from './sign';

/** Signs in other languages that are written in Latin letters. */
export const languageSigns: readonly Sign[] = [
  sign(
    4,
    'tells to ignore instructions (Spanish, Portuguese, Italian)',
    'ignor olvid esque desconsider dimentic',
    '(?:ignor(?:a|ar|ad|em|ate|are|e)|olvid(?:a|e|ar|ad)|esque[cç](?:a|e|er)|desconsider(?:a|e|ar)|dimentic(?:a|are|ate))\\b[^.!?\\n]{0,50}?(?:\\b(?:instruccion|instru[cç][oõ]|istruzion|[oó]rdenes|ordens|ordini|reglas|regras|regole|indicacion|indicazion|anteriores|precedenti)|\\b(?:antes|prima|finora|hasta ahora)\\b(?<=\\b(?:todo|tudo|tutto|lo que|o que|quello che|dijeron|dito|detto)\\b[^.!?\\n]{0,50}))',
  ),
  sign(
    4,
    'tells to ignore instructions (French)',
    'ignor oubli ne_tiens_pas ne_tenez_pas',
    '(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|ne t(?:iens|enez) pas compte)\\s(?:toutes |tous |les |tes |vos |des |ces |ce |l.|tout ce )[^.!?\\n]{0,40}?(?:instructions|consignes?|directives|r[eè]gles|ordres|pr[eé]c[eé]dente?s?|ci-dessus|avant\\b|jusqu)',
  ),
  sign(
    4,
    'tells to ignore instructions (German, Dutch)',
    'ignorier vergiss vergessen_sie missacht negeer vergeet',
    '(?:ignorier(?:e|en)|vergiss|vergessen sie|missachte\\w{0,2}|negeer|vergeet)\\b[^.!?\\n]{0,50}?(?:\\b(?:anweisung|instrukti|instructi|regeln|befehl|vorgaben|vorherig|bisherig|obige|aanwijzing|regels|vorige|bovenstaande)|\\b(?:gesagt|gezegd|bisher|zuvor)\\b(?<=\\balles\\b[^.!?\\n]{0,50}))',
  ),
  sign(
    4,
    'tells to ignore instructions (Polish, Czech, Indonesian, Nordic, Romanian, Hungarian)',
    'zignoruj zapomnij ignoruj zapome abaikan lupakan ignorera strunta glem_ bortse unohda ignor hagyd_fi felejts jätä',
    '(?:zignoruj|ignoruj(?:te)?|zapomnij|zapome[nň](?:te)?|abaikan|lupakan|ignorera|strunta i|bortse|glem|unohda|jätä|ignor[aă](?:ți)?|hagyd figyelmen|felejts)(?![a-z])[^.!?\\n]{0,50}?(?:instrukc|polece|poprzedni|p[rř]edchoz|pokyny|instruksi|perintah|sebelumnya|instruktion|tidigare|tidligere|regler|ohjeet|aiemmat|instruc[tț]iunil|utas[ií]t|kor[aá]bbi)',
  ),
  sign(
    4,
    'takes all limits away in a role (Romance languages, German, Dutch)',
    'sin_restric sin_filtro sin_l sin_reglas sin_censura sans_l sans_filtre sans_restri sans_censure sans_r sem_restri sem_filtro sem_limit sem_regras sem_censura senza_re senza_li senza_fi senza_ce ohne_regel ohne_filter ohne_ein ohne_besch ohne_zensur zonder_re zonder_fi zonder_be bez_ogranicze',
    '(?:(?:sin|sans|sem|senza|ohne|zonder|bez) (?:[a-zà-ɏ]{1,8} )?(?:restri[a-zà-ɏ]{1,9}|filtr[a-zà-ɏ]{0,2}|filter|l[ií]mit[a-zà-ɏ]{0,6}|reglas?|r[eè]gles?|regras|regole|regeln|regels|cen[sz]ur[a-zà-ɏ]{0,2}|zensur|einschr[a-zà-ɏ]{1,9}|beschr[a-zà-ɏ]{1,9}|beperking[a-zà-ɏ]{0,2}|ogranicze[a-zà-ɏ]{0,2}))(?<=(?:\\b(?:IA|KI|AI|SI)\\b|inteligencia|intelligence|modelo|modell|chatgpt|eres|bist|você|voce|\\btu es|vous êtes|\\bsei|\\bbent|jesteś)[^.!?\\n]{0,60})',
  ),
  sign(
    3,
    'gives a role from now on (Romance languages, German, Dutch)',
    "a_partir_de partir_de_maint de_agora_em d'ora_in d’ora_in da_ora_in ab_jetzt ab_sofort von_nun_an vanaf_nu od_teraz desde_ahora",
    '(?:a partir de (?:ahora|agora)|partir de maintenant|de agora em diante|d?a?.?ora in (?:poi|avanti)|ab (?:jetzt|sofort)|von nun an|vanaf nu|od teraz|desde ahora),? (?:eres|ser[aá]s|tu es|tu seras|vous êtes|voc[eê]|sei|sarai|bist du|sind sie|ben je|jesteś|act[uú]a)\\b[^\\n]{0,200}?(?:\\bIA\\b|\\bKI\\b|\\bAI\\b|chatgpt|asistente|assistant|todo|tudo|tutto|alles|nunca|jamais|mai\\b|nie\\b)',
  ),
  sign(
    4,
    'tells to ignore instructions (Turkish)',
    'talimat komut kurallar',
    '(?:talimat|komut|yönerge|kurallar)[^.!?\\n]{0,20}?(?:yok ?say|unut|görmezden gel|dikkate alma)(?<=(?:önceki|yukarıdaki|tüm|bütün)[^.!?\\n]{0,60})',
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
];
