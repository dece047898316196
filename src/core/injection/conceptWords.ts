/**
 * Words by what they are about, in the languages that definitions and attacks are written in. `send*` stands for every word that
 * begins so, `leave_out` for words in a row; those of scripts without blanks stand in `unspaced`. Order and grammar don't count.
 */
export const conceptWords: Readonly<Record<string, string>> = {
  secret:
    'password* passphrase* passwort* passwörter* kennwort* kennwörter* credential* secret secrets token tokens api_key* apikey* private_key* ssh_key* deploy_key* deployment_key* signing_key* master_key* keychain* keyring* wallet* seed_phrase* mnemonic* cookie cookies env_var* environment_variable* process_environment environ printenv vault* pem keys_from your_keys private_half ssh_identity key_material zugangsdaten* anmeldedaten* schlüssel* umgebungsvariable* identifiant* mot_de_passe mots_de_passe clé_privée clés_privées clé_api variables_d contraseña* credencial* clave_privada clave_de claves llave_privada variables_de_entorno senha* chave_privada chave_de chaves* credenciai* variáveis_de_ambiente password* credenzial* chiave_privata chiavi* variabili_d wachtwoord* sleutel* inloggegevens omgevingsvariabele* hasł* klucz* poświadcze* parol* парол* ключ* учётн* учетн* секрет* токен* şifre* parola* anahtar* ortam_değişken* كلمات كلمة_المرور المفاتيح مفتاح رمزها رمز گذرواژه* کلید* पासवर्ड* कुंजी* mật_khẩu khóa_riêng khoá kata_sandi sandi kunci_pribadi kunci kredensial rahasia',
  talk: 'conversation* dialog* dialogue* transcript* utterance* chat chats chat_history message_history history thread system_prompt system_message system_instruction* prompt context_window earlier_messages previous_messages prior_messages all_messages earlier_questions user_message* messages_above session_log hidden_reasoning reasoning chain_of_thought instruction_set initial_instruction* governing_instruction* correspondence so_far up_to_this_point up_to_now you_started_with started_with you_were_given you_were_told been_told user_has_said has_said was_said was_written been_said has_typed typed_in typed has_asked words_of_the_user your_guidance guidance your_instructions your_prompt directives_that directives gespräch* chatverlauf* verlauf unterhaltung* systemanweisung* conversaci* historial mensajes_anteriores conversazion* cronologia conversa conversas histórico mensagens_anteriores historique discussion* échange* consignes gesprek* rozmow* czat* wiadomości переписк* диалог* разговор* беседы истори* сообщени* системн* розмов* діалог* листування konuşma* sohbet* المحادثة محادثة محادثات گفتگو* गفتگو बातचीत* cuộc_trò_chuyện trò_chuyện hội_thoại percakapan obrolan',
  user: 'user users end-user person persons human humans people operator operators folks customer customers anybody anyone somebody someone nobody reader client data_subject owner principal they them who_asks benutzer* nutzer* anwender* person kunde* utilisateur* personne usuario* utente* usuário* utilizador* gebruiker* użytkownik* пользовател* користувач* kullanıcı* المستخدم کاربر* उपयोगकर्ता* người_dùng pengguna',
  model:
    'assistant* model models agent agents llm* copilot* claude chatgpt gpt* gemini ai chatbot* assistent* modell* agente* asistente* assistente* modelo* modello ассистент* модел* агент* asistan* model',
  silence:
    'silent* secretly quietly covertly discreetly unnoticed invisib* unaware undisclosed unmentioned out_of_scope not_surfaced leave_out leave_it_out left_out keep_it_out keep_out out_of_the skip_this_bit not_for_end behind_the_scenes our_secret between_us stays_between between_the_model confidential confuse confuses hide hides hidden conceal* secrecy tipping-off tipping_off not_advised not_told never_know unbeknownst no_mention not_notified not_aware heimlich* verschweig* verborgen* geheim* unbemerkt* stillschweigend* nichts_erfahren insu cachette secrètement escondid* oculta* oculto ocult* esconde* secreto segredo sigilo nascost* segreto insaputa verberg* stiekem* geheim potajemnie ukryj* ukradkiem sekret* тайно* тайне незаметн* скрыт* скрой* втайне непомітно* приховай* таємно gizli* gizle* fark_etme* سرا سرًا خفية دون_علم مخفی پنهان* مخفیانه गुप्त* छुपा* छिपा* bí_mật âm_thầm giấu diam-diam rahasiakan sembunyi*',
  telling:
    'tell telling inform informing informed mention mentioning notify notified reveal disclose disclosed disclosure* advise advised surface surfaced explain explanation show shown report say said talk let_know aware know summary describe sag* erwähn* verrat* mitteil* informier* erfahr* preisgeb* dis dites dire mentionn* révél* informe* prévenir avertir dig* decir cuentes contar mencion* inform* revel* avis* dire menzion* rivel* avvis* conte contes mencione* zeg* vertel* vermeld* noem* mów* wspomin* powiedz* ujawni* говор* сообщ* рассказ* упомин* раскры* кажи повідом* розпов* згаду* söyle* bahset* belirt* bildir* haber_ver* تخبر إخبار تذكر تقل تكشف نگو* مگو اطلاع بگو बता* कह* सूचित nói kể tiết_lộ thông_báo beri_tahu memberi_tahu katakan sebut* ungkap*',
  denied:
    "not no never don't don’t without nothing nobody none must_not shall_not avoid refrain cannot nor neither skip omit nicht nichts nie niemals kein* ohne ne pas jamais sans rien no nunca sin nada jamás non mai senza niente não nunca sem nada niet nooit geen zonder niets nie nigdy bez nic не никогда без ничего ніколи нічого değil asla hiç لا دون بدون لم لن ولا नہیں نکن نباید هرگز بدون न नहीं मत बिना không đừng chớ jangan tidak tanpa",
  transfer:
    'send sends sent forward* attach* supply supplied supplies include includes included put puts paste pastes pasted copy copied copies append appended transmit* hand_over handed hand pass passed passes submit* upload* post posted deposit* lodge* populate* fill fills filled serialize* emit emits concatenat* tack_on drop_everything drop pop carry carries carried accompan* mirror* pipe piped deliver* relay* report_to ping share shared embed* insert* provide provided write_out write_it give gives goes_in goes_into go_in present reproduce* repeat* quote quotes resend export* exfiltrat* log logs record routed route redirect* add added belongs_in belong_in placed place ends_up mention_in stored store save put_in combined übermittel* übertrag* send* schick* sende* anzugeben angeben angib mitgeb* mitgib einfüg* beifüg* gib kopier* leit* weiterleit* envoy* envoi* transmet* transmettre joindre joignez coll* copi* place* placez met* mettez contenir fournir insér* inclu* enví* envia* manda* adjunt* pega* coloca* coloque* añad* pon pasa* copia* inser* inoltr* invia* invi* riporta* riportato allega* incolla* metti anex* cole coloque* envie* stuur* voeg* plak* geef* doorgeven meesturen kopieer* wyśl* dołącz* przekaż* wklej* skopiuj* podaj* umieść отправ* пришл* переда* скопир* встав* влож* прилож* добав* надішл* додай* додати скопію* встав* gönder* ilet* ekle* yaz yapıştır* kopyala* koy أرسل إرسال ضع انسخ أضف أرفق مرر بفرست ارسال قرار_بده بچسبان اضافه_کن بگذار भेज* डाल* जोड़* पेस्ट* कॉपी* gửi đưa dán thêm chép kirim* tempel* masukkan salin* sertakan tambahkan',
  take: 'read reads open opens opened cat load loads resolve resolved enumerate* look_up looked_up collect* gather* locate* grab* take takes taken fetch* extract* find dump* harvest* obtain* retrieve* list get lies lesen lese liest öffne* hol hole sammle* lis lisez lire ouvr* récupér* recueill* lee leer lea abre abr* recog* recoge* obtén leggi leggere letto apri recupera* leia ler recolha* lees lezen open* haal* odczytaj* przeczytaj* otwórz* pobierz* прочит* прочт* открой* собер* возьм* прочитай* відкрий* зчитай* oku okuyup aç topla* al اقرأ افتح اجمع بخوان باز_کن پढ़ पढ़* खोल* đọc mở lấy thu_thập baca buka ambil kumpulkan',
  content:
    'content contents text bytes byte value values body lines line entries everything entire whole full complete verbatim unabridged unedited raw word_by_word word_for_word dump all_of resolved literal inhalt* gesamt* vollständig* komplett* ganze* contenu* intégralité tout toute contenido* completo* tod* contenut* inter* tutto conteúdo* complet* inhoud* volledig* hele zawartość całą całość содержим* полност* дословно вміст повністю içeri* tüm bütün tamam* محتوى محتوي* كامل جميع محتوا* کامل همه सामग्री* पूरा पूरी सभी nội_dung toàn_bộ tất_cả isi seluruh semua',
  local:
    'home_directory workstation computer machine laptop local environment disk host shell_history desktop browser clipboard workspace_root working_directory home filesystem processes open_files git_config rechner computer* ordinateur machine ordenador computador computadora equipo macchina komput* компьютер* комп’ютер* bilgisayar* الجهاز رایانه कंप्यूटर máy_tính komputer',
  obliged:
    'must shall always required requires require mandatory before prior precondition preflight needed need needs have_to has_to otherwise every_time each_time first whenever obliged lodged rejected until absent non-null please belong belongs is_to_be are_to_be is_to are_to muss müssen ist_zu sind_zu immer vor bevor vorher zuerst doit doivent toujours avant obligatoire debe deben siempre antes obligatorio deve devono sempre prima obbligatorio devem moet altijd voordat zawsze musi zanim przed всегда должен обязательно перед прежде завжди повинен перед her_zaman mutlaka önce يجب دائما دائمًا قبل باید همیشه پیش قبل_از हमेशा पहले phải luôn trước_khi trước harus selalu sebelum wajib',
  priority:
    'ahead outrank* prevail* supersed* precedence priority irrespective regardless no_exceptions no_matter whatever_the exclusively only_this first_choice p0 top_choice every_task any_task whatever any_intent before_everything before_any before_all even_when even_if even_though above_all kick_things_off pick_us pick_me use_me choose_this prefer preferred recommended best number_one at_all anything_at_all every_session any_session the_only terminates override* conflict egal bevorzug* unabhängig priorit* quelle_que peu_importe préf* sin_importar independientemente prioridad priorità indipendentemente independente ongeacht voorrang niezależnie pierwszeństw* независимо приоритет* незалежно öncelik* ne_olursa الأولوية بغض اولویت प्राथमिकता ưu_tiên bất_kể prioritas terlepas',
  others:
    'other_tool* other_tools other_server* other_connector* another_tool another_server alternative alternatives competing competitors co-installed co-resident installed_connector the_rest rest built-in other_function* other_search other_capabilit* every_other any_other all_other other_option* similar_name mail_tool* chat_tool* search_tool* file_tool* web_search_tool database_tool* git_tool* email_tool* payment* initiated_elsewhere elsewhere connector connectors other_packages andere_werkzeug* anderes_werkzeug andere_tools autres_outils otras_herramientas altri_strumenti outras_ferramentas andere_hulpmiddelen inne_narzędzi* другие_инструмент* diğer_araç* الأدوات_الأخرى ابزارهای_دیگر अन्य_टूल công_cụ_khác alat_lain',
  disparaged:
    'broken buggy flaky insecure retired deprecated hostile leak leaks unreliable harmful unsafe infected loses malicious compromised violation outdated untrusted vulnerable dangerous obsolete discontinued unvetted slow wrong hallucinat* inaccurate unsupported',
  authority:
    'security_team security_department compliance certified iso gdpr dsgvo legal pursuant directive* regulation* anthropic openai microsoft google platform_owner owner_of_the_platform administrator admin vendor law lawful audit* officially official authority authorities mandated retention terms licence legal_hold know-your-customer kyc investigation engineering_note vetted experts provisions governance oblige* instruct_agents professional verification department ministry policy_of behörde* gesetz* datenschutz* verwaltung* autorité* loi autoridad* ley autorità legge lei wet ustaw* закон* администратор* yasa yönetici',
  consent:
    'consent* approval* approve* confirm* confirmation* permission* auto-yes auto-approve* waived waive unasked without_asking check_back agreed irrevocable ask_again interactive_confirmation granted grant prompts_to zustimm* bestätig* genehmig* erlaubnis rückfrage* nachfragen confirmation* autorisation* consentement confirmación permiso* conferm* permesso confirmação permissão bevestig* toestemming potwierdz* zgod* подтвержд* разреш* підтвердж* дозвол* onay* izin تأكيد إذن تایید اجازه पुष्टि अनुमति xác_nhận cho_phép konfirmasi izin persetujuan',
  rules:
    'instructions rules rule policy policies restriction* limits limitations guardrail* safety filters safeguards previous_instructions earlier_limits content_restrictions prior_rules old_rules behavior_rules guidelines directives prompt training anweisung* regeln vorgaben consignes règles instrucciones reglas istruzioni regole instruções regras instructies regels instrukcj* polece* zasad* указани* инструкци* правил* інструкці* вказівк* talimat* kural* التعليمات تعليمات القواعد الأوامر دستور* قوانین निर्देश* नियम* hướng_dẫn chỉ_dẫn quy_tắc instruksi aturan perintah',
  lifted:
    'ignore* disregard* void lift lifted exempt* deemed not_applicable no_longer off unrestricted bypass* forget suspend* waived skip overrid* supersede* disable* unlocked lapse* replaced feel_free not_apply doesn’t_apply abolished ignorier* vergiss missacht* oubli* ignor* olvida* dimentica* esqueça esquece* negeer* vergeet zignoruj* zapomnij pomiń игнорир* забудь* проигнорир* ігноруй* görmezden unut* yok_say* تجاهل انس نادیده فراموش नज़रअंदाज़ अनदेखा भूल bỏ_qua quên abaikan lupakan',
  command:
    'curl wget npx bash sudo shell terminal script execute executes run runs printenv env_dump powershell chmod crontab sh subprocess os.system exec eval command commands rm ausführ* exécut* ejecut* esegui* uruchom* выполн* виконай* çalıştır* نفّذ اجرا चलाएं chạy jalankan',
  answers:
    'each_reply every_reply every_answer each_answer prior_answer your_reply your_answer every_response each_response after_each displayed_result displayed response_rendering final_answer every_report the_answer the_reply each_message every_message previous_message last_question next_answer every_turn each_turn finish_with status_badge append_to_your',
  deceit:
    'if_they_ask say_it_was pretend* claim claims lie describe_this wants_to_know wants_to deny only_the as_a_formatting if_asked when_asked if_somebody',
  role: 'you_are_now act_as acts_as operate operates operating administrator_role role persona henceforth from_now_on from_here_on master obey* obeys carries_them_out carry_out answer_to answers_to follow_the unrestricted new_task your_task your_goal in_charge system_update developer_mode ab_jetzt du_bist désormais tu_es a_partir_de_ahora eres_ahora d_ora_in_poi sei_ora você_é_agora vanaf_nu od_teraz с_этого_момента ты_теперь ти_тепер artık_sen',
  endless:
    'forever keep_polling never_stop never_wait endlessly again_and_again without_end infinite* keep_calling until_the_user',
  pii: 'card_number* credit_card cvv maiden_name date_of_birth passport social_security ssn home_address bank_account iban birth* phone_number kreditkarte* carte_bancaire tarjeta',
  lure: 'faster better_results works_best pro_tip speed tip nicer statistics improve recover retry try_again throttled 10x profit quality diagnos* debug* telemetry fingerprint attest* proof nonce licence verification keyed cache warm',
  money:
    'beneficiary payee escrow deposit_address transfer_funds invoice invoices payment recipient recipients bcc cc sender iban account_number reviewer svc',
  field:
    'field parameter argument feld champ campo pole поле alanı alan الحقل فیلد فیلد फ़ील्ड trường kolom bidang veld attribute column header nonce',
  each: 'each every all any always whole entire everything anything jede* alle chaque tous toutes cada todos todas ogni tutti elk każd* wszystk* кажд* все кожн* her كل هر हर mỗi setiap',
  here: 'this_tool this_server this_endpoint this_service this_operation this_connector through_here here this_namespace this_call our us we me',
};

/** The same for scripts that have no blanks between words. */
export const unspaced: Readonly<Record<string, string>> = {
  secret:
    '密码|密碼|密钥|密鑰|私钥|私鑰|凭据|凭证|憑證|令牌|环境变量|環境變數|パスワード|秘密鍵|認証情報|環境変数|トークン|비밀번호|비밀 ?키|개인 ?키|환경 ?변수|자격 ?증명|토큰|รหัสผ่าน|กุญแจ',
  talk: '聊天|对话|對話|会话记录|系统提示|系統提示|提示词|会話|対話|チャット|システムプロンプト|やり取り|대화|채팅|시스템 ?프롬프트|บทสนทนา',
  user: '用户|用戶|使用者|ユーザー|利用者|사용자|ผู้ใช้',
  silence: '保密|秘密|偷偷|悄悄|暗中|隐瞒|隱瞞|气?づかれ|気づかれ|こっそり|内緒|内密|몰래|모르게|숨기|비밀로|แอบ|ปิดบัง',
  telling: '告诉|告訴|告知|提及|提到|透露|通知|说明|知道|言わ|知らせ|伝え|教え|言及|話さ|알리|말하|언급|알려|บอก|แจ้ง',
  denied:
    '不要|请勿|勿|不得|别|不能|无需|無須|切勿|禁止|不让|ない|せず|ずに|なく|禁止|않|말고|마세요|말 것|없이|อย่า|ห้าม|ไม่',
  transfer:
    '发送|發送|传给|傳給|转发|转送|提交|复制|複製|粘贴|填入|写入|寫入|放进|放入|附上|加入|上传|送信|送って|貼り付け|添付|含め|渡し|入れ|コピー|書き込|보내|전달|전송|넣|첨부|붙여|복사|포함|입력|ส่ง|ใส่|แนบ|คัดลอก',
  take: '读取|讀取|打开|打開|获取|收集|读出|読み取|読んで|読み込|開い|取得|集め|읽|열어|가져|수집|อ่าน|เปิด|ดึง',
  content: '内容|全部|所有|完整|全文|原文|全体|すべて|全て|そのまま|내용|전체|모든|모두|เนื้อหา|ทั้งหมด',
  obliged: '必须|必須|总是|每次|之前|调用前|先|前に|必ず|毎回|常に|반드시|항상|매번|전에|먼저|ต้อง|ก่อน|เสมอ',
  priority: '优先|優先|无论|無論|不管|首选|最初に|優先|関係なく|우선|상관없이|무조건',
  others: '其他工具|别的工具|其它工具|他のツール|ほかのツール|다른 ?도구',
  consent: '确认|確認|同意|批准|授权|承認|許可|確認|동의|승인|확인|허락',
  rules: '指令|指示|规则|規則|说明|限制|ルール|命令|制限|지시|명령|규칙|제한|คำสั่ง|กฎ',
  lifted: '忽略|无视|無視|忘记|绕过|忘れ|無効|무시|잊|เพิกเฉย',
  field: '参数|參數|字段|フィールド|引数|필드|인수|매개변수',
  local: '主目录|本地|电脑|用户目录|ローカル|端末|로컬|컴퓨터',
};

/** What letters alone show: files, addresses, places to fill. */
export const shapes: Readonly<Record<string, RegExp>> = {
  quoted: /[`'"“‘«*][\w.-]{1,40}[`'"”’»*]/u,
  path: /(?:~|\.\.|\$home|%userprofile%|\/etc|\/root|\/home)[\\/]/iu,
  address: /[\w.+-]{1,60}@[\w-]{1,60}\.\w|https?:\/\/|\+\d[\d ]{6,}|\b0x[\da-f]{16}|\b[a-z]{2}\d\d(?: ?\d{4}){3}/iu,
  image: /!\[[^\]\n]{0,80}\]\(/u,
  hole: /[?&=/][^\s)]{0,60}(?:\{|<|%7b|\$\{)|=[A-Z]{4,}|\{\{\w/u,
  piped: /\|\s?(?:sudo )?(?:ba|z|da)?sh\b|\$\(curl|\$\(cat|\$\(wget/iu,
  code: /\b[a-z]{2,20}_[a-z_]{2,40}\b/u,
  memory: /\b(?:claude|agents|gemini)\.md\b|\.cursor|copilot-instructions|\.windsurfrules|\.clinerules/iu,
  marked:
    /<\|?\/?(?:system|assistant|inst|usage|im_start|im_end|important|secret)|"role"\s?:|\[inst\]|^\s?system\s?:/iu,
};
