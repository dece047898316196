import type { ToolSign } from './toolSign';
import { secretFiles } from './words';

const on = (...sources: string[]) => sources.map(source => new RegExp(source, 'iu'));

/** Beginnings of words: to read, to send, content, to pass; in the languages that tools are written in. */
const deeds =
  '(?:(?<!\\p{L})(?:übermittle|übertrag|hol|öffn|kopier|trag|schreib|copia|inseris|apri|abre|abra|pega|cole|colle|ouvr|copie|wklej|otwórz|вставь|открой|встав|відкрий|yapıştır|aç|vlož|otevř|öppna|klistra|åbn|åpne|kopioi|liitä|másold|lies|lese|liest|öffne|übergib|übergeb|sende|schicke|füge|inhalt|gib|lis(?:ez)?|lire|récupère|transmet|envoie|envoye|passe|contenu|lee|leer|léelo|enví|envia|manda|incluye|pasa|contenido|leggi|legge|invia|includi|passa|contenut|leia|ler|copie|envie|conteúdo|inclua|lees|lezen|stuur|geef|inhoud|meegeven|odczyt|przeczyt|przeka|wyśl|zawartoś|прочит|прочт|отправ|переда|содержи|включи|oku|gönder|ekle|içeri|ilet|đọc|gửi|nội dung|läs|skicka|innehåll|læs|lesen|send|indhold|lue|lähetä|sisält|přečt|pošl|obsah|citește|trimite|conținut|olvasd|küld|tartalm|διάβασε|στείλε|περιεχόμεν|прочитай|надішл|вміст|baca|kirim|isi)|angeb|angib|nenn|转发|转送|填|提交|复制|告诉|读取|讀取|读|發送|发送|传|傳|内容|內容|放入|読|渡|送|含め|읽|보내|전달|내용|넣|اقرأ|أرسل|محتو|اقرا|ضع|קרא|שלח|תוכן|पढ़|भेज|सामग्री|อ่าน|ส่ง|เนื้อหา)';

/** The user, told nothing. */
const silence =
  "(?:(?:sag|sage|sagen|erwähn|verrat|verrät|teile|informier|zeig)\\p{L}{0,4}(?![\\p{L}])[^.!?\\n]{0,50}(?:nicht|nichts|niemand|keinem)|(?:nicht|nichts|ohne)[^.!?\\n]{0,40}(?:sagen|erwähnen|mitteilen|informieren|zu informieren|verraten|wissen)|benutzer[^.!?\\n]{0,30}nichts? (?:davon )?(?:wissen|erfahren)|(?:niemals|nicht|nie)[^.!?\\n]{0,20}preis|preisgeb|verschweig|heimlich|unbemerkt|(?:soll|darf|braucht?|muss)[^.!?\\n]{0,40}(?:nichts|nicht)[^.!?\\n]{0,12}(?:merk|erfahr|wiss|mitbekomm)|à l['’]insu|en cachette|n['’]a pas besoin de (?:le )?savoir|ne doit (?:pas|rien) (?:le )?(?:savoir|voir|remarquer)|a escondidas|no debe (?:enterarse|saber|notar)|sin que (?:se|nadie|lo)|di nascosto|all['’]insaputa|non deve (?:saper|accorger|notar)|às escondidas|não (?:precisa|deve|pode) (?:saber|perceber)|stiekem|hoeft (?:dit |het )?niet te weten|ukradkiem|potajemnie|po cichu|nie (?:powinien|musi|może)[^.!?\\n]{0,15}wiedzie|тайно|втайне|незаметно|не (?:должен|должна|должны|нужно|узнал)[^.!?\\n]{0,20}(?:знать|узнать|заметить)|не (?:має|повинен)[^.!?\\n]{0,15}знати|непомітно|gizlice|haberi olmasın|fark etme|bilmesin|bí mật|âm thầm|không (?:cần|được) biết|保密|保守秘密|偷偷|悄悄|暗中|秘密地|不必让|不必讓|无需让|不让用户|别让|こっそり|気づかれ|知らせず|内密|몰래|모르게|눈치|سرًا|سرا|دون علم|خفية|दون|चुपके|गुप्त|बिना बताए|แอบ|โดยไม่ให้|i hemlighet|ska inte (?:få )?veta|i smug|skal ikke vide|i skjul|salaa|neříkej|nemusí vědět|tajně|nu spune|în secret|titokban|ne szólj|κρυφά|μην πεις|diam-diam|tanpa memberi ?tahu|(?:ne|n['’])[^.!?\\n]{0,20}(?:dis|dites|dire|mentionne\\p{L}{0,2}|informe\\p{L}{0,2}|révèle\\p{L}{0,2})[^.!?\\n]{0,20}(?:pas|rien|jamais)|sans (?:en |le |l['’])?(?:parler|dire|informer|mentionner|prévenir|avertir)|(?:no|nunca|sin)[^.!?\\n]{0,12}(?:dig|decir|menci|inform|revel|avis)\\p{L}{0,5}[^.!?\\n]{0,30}(?:usuario|nadie|persona)|(?:no se lo digas|no le digas|sin que el usuario|sin avisar)|(?:non|senza)[^.!?\\n]{0,15}(?:dir|menzion|inform|rivel|avvis)\\p{L}{0,5}[^.!?\\n]{0,30}(?:utente|nessuno)|(?:não|nunca|sem)[^.!?\\n]{0,12}(?:cont|dig|diz|menc|inform|revel|avis)\\p{L}{0,5}[^.!?\\n]{0,30}(?:usuário|utilizador|ninguém)|escond\\p{L}{0,3} (?:isso|isto|esto|eso)[^.!?\\n]{0,20}(?:usu|utilizador)|oculta\\p{L}{0,2} (?:esto|isso|isto)|(?:zeg|vertel|meld|noem)[^.!?\\n]{0,30}(?:niet|niets|geen)[^.!?\\n]{0,30}(?:gebruiker)?|(?:nie)[^.!?\\n]{0,6}(?:mów|inform|wspomin|ujawni)|(?:не)[^.!?\\n]{0,6}(?:сообщ|говор|рассказ|упомин|упомян|раскрыв|кажи|повідомл|казва)|(?:söyleme|bahsetme|belirtme|bildirme|gizle)|(?:đừng|không)[^.!?\\n]{0,6}(?:nói|cho)[^.!?\\n]{0,20}(?:người dùng|biết)|(?:不要|请勿|勿|不得|别|不能|無須|不需|切勿)[^。！？\\n]{0,8}(?:告诉|告訴|告知|提及|透露|通知|让用户|向用户(?:提|说|透露|展示|显示|解释)|提到|泄露)|(?:言わない|知らせない|伝えない|教えない|言及しない|知られ|秘密|内緒)|(?:알리지|말하지|언급하지|알려주지|비밀)|(?:لا|دون|ولا)\\s?[^.!?\\n]{0,6}(?:تخبر|إخبار|تذكر|تقل|تكشف|إعلام)|(?:אל|בלי)[^.!?\\n]{0,6}(?:תספר|תגיד|לספר|ליידע)|(?:न बताएं|मत बताएं|न बताएँ|मत बताना|न बताना|मत बताओ|सूचित न)|(?:อย่า|ห้าม|ไม่ต้อง)[^\\n]{0,6}(?:บอก|แจ้ง)|(?:inte|ikke)[^.!?\\n]{0,10}(?:berätta|nämn|fortæl|fortell|nævn)|(?:jangan)[^.!?\\n]{0,6}(?:beri|katakan|sebut))";

/** The whole of what was said, or what the model was told. */
const talk =
  "(?:(?:ganze|gesamte|komplette|vollständige|bisherige)\\p{L}{0,2} (?:unterhaltung|gespräch|chat\\p{L}{0,10}|dialog|verlauf|system\\p{L}{1,10})|system-?(?:prompt|anweisung\\p{L}{0,2})|(?:toute|l['’]intégralité|intégralité|ensemble|historique)[^.!?\\n]{0,20}(?:conversation|discussion|chat)|(?:prompt|instructions?) (?:du )?syst[èe]me|(?:toda|entera|completa|historial)[^.!?\\n]{0,20}(?:conversaci|chat)|prompt (?:del|do|de) sistema|l['’]intera conversazione|(?:tutta|intera|cronologia)[^.!?\\n]{0,20}(?:conversazione|chat)|(?:toda|inteira|histórico)[^.!?\\n]{0,20}(?:conversa|chat)|(?:hele|volledige) (?:gesprek|chat)|(?:вс[юя]|полную|историю)[^.!?\\n]{0,20}(?:переписк|диалог|разговор|чат|беседы)|системн\\p{L}{2,4} (?:промпт|инструкц)|(?:całą|historię)[^.!?\\n]{0,20}(?:rozmow|czat)|(?:tüm|bütün)[^.!?\\n]{0,20}(?:konuşma|sohbet)|system-?prompts?|全部消息|所有消息|全部的消息|系统提示|系統提示|(?:完整|全部|所有|整个)(?:的)?(?:对话|聊天|會話|会话)|システムプロンプト|会話(?:履歴|全体|のすべて)|시스템 프롬프트|(?:전체|모든) (?:대화|채팅)|(?:كامل|جميع) (?:المحادثة|المحادثات)|पूरी (?:बातचीत|चैट)|toàn bộ (?:cuộc trò chuyện|hội thoại))";

/** What was told before is to be left. */
const ignore =
  '(?:(?:ignorier|missacht|vergiss|verwirf)\\p{L}{0,3}[^.!?\\n]{0,30}(?:anweisung|regeln|vorgaben|instruktion)|(?:ignore[zr]?|oublie[zr]?)[^.!?\\n]{0,30}(?:instructions? (?:précédentes|antérieures)|consignes|règles)|(?:ignora|olvida)\\p{L}{0,2}[^.!?\\n]{0,30}(?:instrucciones|reglas|istruzioni|regole)|(?:ignore|esqueça)[^.!?\\n]{0,30}(?:instruções|regras)|negeer[^.!?\\n]{0,30}(?:instructies|regels)|(?:zignoruj|pomiń)[^.!?\\n]{0,30}(?:instrukcj|polecen|zasad)|(?:игнорируй|проигнорируй|забудь)\\p{L}{0,3}[^.!?\\n]{0,30}(?:инструкц|указан|правил)|(?:talimat|kural)\\p{L}{0,6}[^.!?\\n]{0,20}(?:yok say|görmezden|unut)|(?:忽略|无视|無視|忘记)[^。！？\\n]{0,16}(?:指令|指示|规则|说明|規則|提示)|(?:指示|命令|ルール)[^。！？\\n]{0,10}(?:無視|忘れ)|(?:지시|명령|규칙)[^.!?\\n]{0,10}(?:무시|잊)|تجاهل[^.!?\\n]{0,30}(?:التعليمات|الأوامر|القواعد)|(?:निर्देश)[^.!?\\n]{0,20}(?:अनदेखा|नज़रअंदाज़|भूल)|bỏ qua[^.!?\\n]{0,30}(?:hướng dẫn|chỉ dẫn|lệnh))';

const secrets =
  '(?:(?:tutte le|le) password|todas (?:las|as) (?:contraseñas|senhas)|zugangsdaten|passw[oö]rt|kennw[oö]rt|schlüssel|mots? de passe|identifiants|clés? (?:privée|api)|contraseñ|credencial|clave|senhas?(?!\\p{L})|credenziali|wachtwoord|hasł|парол|ключ|учётн|şifre|parola|mật khẩu|密码|密碼|密钥|凭据|パスワード|秘密鍵|認証情報|비밀번호|자격 증명|كلمات المرور|كلمة المرور|بيانات الاعتماد|पासवर्ड|รหัสผ่าน)';

const send =
  '(?:(?<!\\p{L})(?:sende|schick|übergib|gib|envoie|envoye|transmet|envía|enviar|envia|manda|invia|inseris|envie|stuur|wyśl|przekaż|отправ|пришли|переда|gönder|ilet|gửi)|发送|發送|送信|送って|传给|보내|전송|أرسل|إرسال|भेज|ส่ง)';

export const foreignToolSigns: readonly ToolSign[] = [
  {
    says: 'has a file of secrets read and passed on',
    weight: 4,
    all: on(secretFiles, deeds),
    unless: /^(?=[ -~\s]*$).*\b(?:passe[ds]?|send|isi|lis|lee)\b/i,
  },
  {
    says: 'hides from the user what it asks for',
    weight: 3,
    all: on(silence),
    unless: /^[ -~\s]*\b(?:the|this|you|for|with|and)\b[ -~\s]*$/i,
  },
  { says: 'has what was said in the session passed on', weight: 3, all: on(talk, deeds) },
  { says: 'lifts the rules that hold for the model', weight: 4, all: on(ignore) },
  {
    says: 'has secrets passed on',
    weight: 3,
    all: on(secrets, send),
    unless: /^[ -~\s]*\b(?:the|this|you|for|with)\b[ -~\s]*$/i,
  },
];
