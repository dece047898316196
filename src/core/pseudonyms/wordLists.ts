/** Words that names and addresses are made of in one locale. */
export interface WordList {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Names of streets with their word for street. */
  readonly streets: readonly string[];
  readonly towns: readonly string[];
}

export type Locale = keyof typeof lists;

/** The words of a locale. */
export function wordList(locale: Locale): WordList {
  const known = made.get(locale);
  if (known) return known;
  const [given = [], family = [], streets = [], towns = []] = lists[locale].split('|').map(it => it.split(','));
  const list = { given, family, streets, towns };
  made.set(locale, list);
  return list;
}

const made = new Map<Locale, WordList>();

/** Tells which locale a name or an address most likely belongs to: by its letters and endings, else by what stood there before. */
export type LocaleOf = (text: string) => Locale;

/** Many names are at home everywhere; those among others of one country are taken for its own, and else for English ones. */
export function createLocaleOf(): LocaleOf {
  const seen = new Map<Locale, number>();
  let silent = 0;
  let usual: Locale = 'en';
  return text => {
    const lower = text.toLowerCase();
    const told = signs.find(([pattern]) => pattern.test(lower))?.[1];
    if (told === undefined && /[^\P{L}\p{Script=Latin}]/u.test(text)) return 'en';
    if (told === undefined) {
      silent++;
      return (seen.get(usual) ?? 0) * 5 > silent ? usual : 'en';
    }
    const count = (seen.get(told) ?? 0) + 1;
    seen.set(told, count);
    if (count > (seen.get(usual) ?? 0)) usual = told;
    return told;
  };
}

/** The surest first: scripts, then letters of few languages, then endings and words. */
const signs: readonly (readonly [RegExp, Locale])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}々県区町丁澤濱藤崎辺]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/[іїєґ]/, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/[پچژگکی]/, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/[łśżźńą]|(?:ski|ska|czyk|wicz)\b|\bul\. /, 'pl'],
  [/[ěřů]|ová\b|\bnám\./, 'cs'],
  [/[őű]|\butca\b|\bút\b/, 'hu'],
  [/[ğış]|oglu\b|\bsokak\b|\bcadde|\bmah\./, 'tr'],
  [/[ășțţ]|(?:escu|eanu)\b|\bstrada\b/, 'ro'],
  [/ñ|\b(?:calle|avenida|paseo|plaza|camino|polígono)\b|(?:[ln]d|[rn])ez\b/, 'es'],
  [/[ãõ]|\b(?:rua|travessa|alameda)\b/, 'pt'],
  [/ß|str\.|(?:stra[sß]e|weg|gasse|platz|allee|mann|bauer|inger)\b|ä|ü/, 'de'],
  [/[øæ]|(?:sen|gaard)\b|(?:vej|veien|gata|gate)\b/, 'da'],
  [/å|(?:sson|qvist|ström|berg|gatan|vägen)\b/, 'sv'],
  [/(?:nen|la|katu|tie|polku)\b.*(?:nen|katu|tie|polku|la)\b|(?:nen|katu)\b/, 'fi'],
  [/(?:straat|laan|gracht|plein|weg|dijk)\b|\b(?:van|de|den|der) /, 'nl'],
  [/[èêëçœû]|\b(?:rue|boulevard|impasse|chemin|quai|allée)\b|eau\b/, 'fr'],
  [/\b(?:via|viale|piazza|corso|vicolo|contrada|strada)\b|(?:ini|etti|elli|ucci|aro)\b/, 'it'],
];

/** Given names, family names, streets, towns. Everyday combinations of them are nobody in particular. */
const lists = {
  en: 'Tamsin,Corwin,Elspeth,Alden,Merritt,Bryony,Everett,Odette,Lorcan,Isolde,Barnaby,Cressida,Fletcher,Philippa,Rowland,Maribel,Desmond,Rosalind,Thaddeus,Imogen|Ashdown,Penhallow,Thornbury,Wexcombe,Larkfield,Hartwell,Kingsmere,Bramley,Fairweather,Holloway,Pemberton,Stanhope,Waverley,Whitlock,Marlowe,Ellsworth,Calloway,Redfern,Haverford,Winslade,Oakhurst,Tillery,Langford,Merriweather|Larkspur Lane,Thornbury Road,Hazelwood Drive,Juniper Court,Meadowbrook Avenue,Foxglove Street,Bramble Way,Kestrel Close,Alderwood Terrace,Millstone Road,Heron Street,Sycamore Place|Ashford Mills,Larkhaven,Brookmere,Wexton,Fairhollow,Millbridge Cross,Oakhampton,Stonewick',
  de: 'Wieland,Friederike,Gunnar,Henrike,Ansgar,Leonie,Volkmar,Mareike,Burkhard,Svenja,Eckart,Tabea,Falko,Roswitha,Detlef,Annegret,Hartmut,Solveig|Brandhuber,Eichstätt,Falkenrath,Grünwald,Hollerbach,Lindenau,Mühlbach,Nachtigall,Rosenkranz,Sonnleitner,Steinbrück,Tannhäuser,Vogelsang,Wiesenthal,Zwingmann,Birkenfeld,Dornbusch,Ehrenreich,Kesselring,Obermoser|Lerchenweg,Holunderweg,Am Mühlbach,Kastanienallee,Schwalbengasse,Rosenstraße,Ahornstraße,Birkenweg,Fliederweg,Tannenstraße,Wiesengrund,Amselweg|Neulindenau,Obermühlbach,Birkenhausen,Tannrode,Falkenheim,Grünstadt,Weidenbrück,Eschenrode',
  fr: 'Thibault,Solène,Aurélien,Maëlys,Gaspard,Apolline,Corentin,Ondine,Théophile,Capucine,Anatole,Bérénice,Florent,Clothilde,Lilian,Honorine|Beaumarchand,Delacourt,Fontenelle,Grandclément,Hautefeuille,Jolivet,Lavigne,Montclair,Perrault,Rochefontaine,Saintonge,Tournelle,Vauclair,Belleroche,Champfleury,Duvivier,Maisonneuve,Clairvoix|rue des Alouettes,rue du Vieux Moulin,impasse des Glycines,chemin des Noisetiers,allée des Tilleuls,avenue des Peupliers,rue de la Fontaine,boulevard des Acacias,rue des Lavandières,quai des Brumes|Montclair-sur-Orge,Villefontaine,Saint-Aubert,Rochebelle,Beaulieu-les-Tilleuls,Champvert',
  es: 'Leocadia,Anselmo,Macarena,Fermín,Rosaura,Evaristo,Jimena,Leandro,Casilda,Plácido,Nieves,Bautista,Amparo,Eladio,Candela,Saturnino|Alcántara,Belmonte,Castellanos,Escalante,Fuentealba,Granados,Higueras,Monteagudo,Olmedo,Peñalver,Quintana,Robledo,Salvatierra,Valdivieso,Zaldívar,Arizmendi,Bustamante,Cifuentes|Calle de los Almendros,Calle del Molino,Avenida de las Acacias,Plaza del Olmo,Paseo de los Tilos,Camino de la Fuente,Calle Golondrina,Avenida del Roble,Calle Amapola,Calle Jazmín|Villarroble,Fuentelmolino,Montealto,Olmedilla,Valdealmendro,Roblesanto',
  it: 'Ginevra,Ludovico,Ottavia,Fiorenzo,Viola,Tancredi,Allegra,Corrado,Bianca,Gualtiero,Ornella,Manlio,Delfina,Ruggero,Nives,Fabrizio|Belfiore,Castelvecchio,Dellacorte,Fontanella,Montanari,Passalacqua,Roccaforte,Spinazzola,Valdambrini,Zanardelli,Bentivoglio,Cavallari,Malaspina,Olivieri,Serravalle,Torregrossa|Via dei Mandorli,Via del Mulino,Viale delle Querce,Piazza degli Ulivi,Vicolo della Fonte,Corso dei Tigli,Via delle Rondini,Via dei Glicini,Via del Pozzo,Viale dei Cipressi|Montefiore Alto,Roccabella,Castelmulino,Fontechiara,Valdoliva,Borgo Querceto',
  pt: 'Leocádia,Anselmo,Graciete,Fausto,Iolanda,Evaristo,Deolinda,Heitor,Jacinta,Horácio,Noémia,Belmiro,Celestina,Valério,Otília,Adelino|Alvarenga,Boaventura,Castanheira,Figueiroa,Gouveia,Lacerda,Montenegro,Oliveirinha,Penalva,Quintela,Sampaio,Valadares,Bettencourt,Carvalhal,Falcão,Meireles|Rua das Andorinhas,Rua do Moinho,Avenida das Acácias,Travessa da Fonte,Rua dos Jasmins,Alameda dos Plátanos,Rua das Oliveiras,Avenida do Carvalho|Vila do Moinho,Fonte Nova,Monte Olival,Ribeira Alta,Santa Amieira,Carvalhal Novo',
  nl: 'Liesbeth,Joris,Annelies,Sjoerd,Marijke,Wouter,Geertje,Thijmen,Roosmarijn,Diederik,Fenna,Casper,Hanneke,Maarten,Willemijn,Evert|Lindenhof,Molenaarts,Nachtegaal,Oosterwijk,Roosendaal,Terlinden,Vogelzang,Westerhof,Zonneveld,Berkenbosch,Duinhoven,Esselink,Hazelaar,Korenhof|Leeuwerikstraat,Molenweg,Lindelaan,Kastanjelaan,Zwaluwstraat,Beukenlaan,Berkenweg,Roosstraat,Esdoornstraat,Vlierstraat|Molenhoven,Lindenrode,Nieuwbeek,Oosterveen,Duinbergen,Westerlo-Zuid',
  sv: 'Torsten,Ingegerd,Alvar,Gunborg,Sixten,Maj-Britt,Hjalmar,Solveig,Folke,Ragnhild,Assar,Tekla,Valdemar,Signhild|Björklöv,Lindkvist,Almstedt,Fjällström,Granlöf,Hedengren,Lövenmark,Norrgård,Rosenlund,Sandelin,Tallberg,Vinterström,Åkerhjelm,Ekenstam|Lärkgatan,Björkvägen,Lindvägen,Granstigen,Kvarngatan,Rönnvägen,Svalgatan,Hasselvägen|Björkköping,Lindhamn,Granberga,Norrvik,Ekeslätt',
  da: 'Asger,Ingelise,Torkild,Gudrun,Palle,Ragnhild,Ejnar,Solvej,Svend,Bodil,Thorvald,Tove,Verner,Gerda|Birkelund,Egebjerg,Fuglsang,Granhøj,Lindegaard,Møllegaard,Nørregaard,Rosenkjær,Skovgaard,Tranekær,Vestergaard,Åkjær|Lærkevej,Birkevej,Møllevej,Lindevej,Kastanievej,Svalevej,Granvej,Bøgevej|Birkerup,Møllelund,Nørrehavn,Egebæk,Granslev',
  fi: 'Tuulikki,Ilmari,Orvokki,Väinö,Sirkka,Urho,Lempi,Armas,Kyllikki,Tauno,Impi,Oskari,Helmi,Eino|Koivuharju,Lehtoranta,Mäntylahti,Niittymäki,Pihlajamaa,Rantakallio,Saarelma,Tuomikoski,Vuorisalo,Honkasaari,Järvelin,Kuusela|Koivukatu,Mäntytie,Lehtikuja,Pihlajatie,Kuusikatu,Niittypolku,Rantatie,Tuomikatu|Koivuniemi,Mäntyvaara,Lehtola,Niittyranta,Kuusisaari',
  pl: 'Bogumiła,Kazimierz,Grażyna,Mirosław,Halszka,Wacław,Jadwiga,Zbigniew,Kalina,Ludwik,Bronisława,Czesław,Mieczysława,Teodor|Brzozowicz,Dębicki,Gołębiowicz,Jarzębiński,Kalinowicz,Leszczyna,Malinowicz,Olszanowicz,Promyczek,Słowikiewicz,Wierzbowicz,Zielonka,Świerczyk,Żurawicz|ul. Skowronkowa,ul. Młyńska,ul. Lipowa,ul. Brzozowa,ul. Jaśminowa,ul. Klonowa,ul. Kasztanowa,ul. Jaskółcza|Brzozowice,Lipowiec Górny,Młynary Nowe,Dębowa Góra,Jaworzyn',
  cs: 'Bohumil,Květoslava,Čestmír,Drahomíra,Miloslav,Blahoslava,Radovan,Zdislava,Vlastimil,Jarmila,Slavomír,Božidara|Lipovský,Javorník,Skřivánek,Vrbenský,Jasan,Lískovec,Mlynařík,Slavíček,Borovička,Hlohový,Kaštánek,Topolský|Skřivánčí,Mlýnská,Lipová,Březová,Jasmínová,Javorová,Kaštanová,Vlaštovčí|Lipovice,Mlýnec,Březovany,Javorná,Dubové Pole',
  hu: 'Boglárka,Zsombor,Emőke,Bendegúz,Hajnalka,Csongor,Réka,Levente,Tündér,Szilárd,Ibolya,Huba|Nyírfai,Hársfalvi,Pacsirtai,Malomvári,Gesztenyés,Juharos,Fűzfás,Cseresznyés,Szilvási,Tölgyes|Pacsirta utca,Malom utca,Hársfa utca,Nyírfa utca,Jázmin utca,Gesztenye utca,Fecske utca|Hársfalva,Malomkút,Nyírliget,Tölgyesháza',
  ro: 'Smaranda,Octavian,Ruxandra,Traian,Luminița,Horațiu,Anemona,Tiberiu,Viorica,Ovidiu,Catinca,Lucrețiu|Arinescu,Brăduleț,Castaneanu,Frasinescu,Mesteacănu,Plopeanu,Salcieanu,Stejărescu,Teianu,Ulmeanu|Strada Ciocârliei,Strada Morii,Strada Teilor,Strada Mesteacănului,Strada Iasomiei,Strada Castanilor|Teișani,Morăreni,Frăsinet,Stejăreni',
  tr: 'Bahar,Cengiz,Defne,Erdem,Gülbahar,Haluk,İpek,Kubilay,Lale,Mahir,Nilgün,Oğuz,Perihan,Rüzgar|Akçaağaç,Çınaroğlu,Değirmenci,Gülbahçe,Ihlamur,Kavaklı,Kestane,Söğütlü,Turnagil,Yasemin|Tarlakuşu Sokak,Değirmen Caddesi,Ihlamur Sokak,Çınar Caddesi,Yasemin Sokak,Kestane Sokak|Çınarköy,Değirmenli,Ihlamurlu,Söğütpınar',
  ru: 'Аглая,Всеволод,Евдокия,Гордей,Лукерья,Мирон,Пелагея,Савелий,Ульяна,Фаддей,Злата,Тихон|Берёзкин,Ивняков,Калинников,Липовицкий,Мельников,Орешников,Рябинин,Соловьянов,Тополев,Черёмухин,Яблонский,Жаворонков|ул. Жаворонковая,ул. Мельничная,ул. Липовая,ул. Берёзовая,ул. Рябиновая,пер. Тополиный,ул. Кленовая|Липовск,Мельничный,Берёзовград,Рябиново',
  uk: 'Звенислава,Остап,Мотря,Любомир,Уляна,Святослав,Орися,Тарас,Ярина,Захар,Соломія,Гнат|Березівський,Вишневецький,Калинчук,Липовий,Мельниченко,Явірський,Горобинець,Тополенко,Жайворонок,Черешняк|вул. Жайворонкова,вул. Млинова,вул. Липова,вул. Калинова,вул. Вишнева,пров. Тополиний|Липівка,Калинове,Явірне,Млинів Яр',
  el: 'Αριάδνη,Λεωνίδας,Καλλιόπη,Περικλής,Ευρυδίκη,Αριστείδης,Ιφιγένεια,Θρασύβουλος,Μυρτώ,Ορέστης|Αμυγδαλής,Δαφνίδης,Ελαιώνης,Κυπαρίσσης,Μυλωνόπουλος,Πλατανιώτης,Ροδίτης,Χελιδόνης|Οδός Αμυγδαλιάς,Οδός Δάφνης,Οδός Ελαιών,Οδός Κυπαρισσιών,Οδός Μύλου,Οδός Χελιδόνων|Δαφνοχώρι,Μυλόπετρα,Πλατανιάς Νέος',
  ja: '柚葉,蒼汰,琴音,陸翔,小春,颯真,紬希,悠人,千紗,航平,彩葉,奏多|柏原,桐山,楓野,椿谷,萩尾,葛城,檜垣,榎田,柳瀬,梅津,栗栖,桂木|柏木町,楓が丘,柳通り,桐ヶ谷,椿町,梅が枝町|柏野市,楓山市,椿原市,柳瀬町',
  zh: '思源,若溪,梓涵,景行,语桐,致远,清和,嘉树,念慈,云舒,知秋,沐阳|柏,慕,桑,竺,蔺,楚,舒,岑,蓝,桂,柳,梅|枫林路,桐花街,柳荫路,梅园路,松涛街,竹溪路|枫林市,桐乐市,柳溪镇,梅岭镇',
  ko: '가온,다솔,라온,보람,새봄,아라,예솔,한별,단비,온유,해솔,나래|남궁,선우,독고,황보,제갈,서문,동방,사공|느티나무로,솔숲길,은하로,버들길,매화로,단풍길|솔숲시,버들군,단풍시,매화군',
  ar: 'رهف,غسان,لميس,تيسير,جمانة,وضاح,سندس,قتيبة,نوار,ميسون|الصفصافي,الزيتوني,النخيلي,الياسمين,الريحاني,السنديان,الطواحيني,الحوراني|شارع الياسمين,شارع الزيتون,شارع النخيل,طريق الصفصاف,شارع الريحان|واحة النخيل,عين الزيتون,وادي الصفصاف',
  he: 'ארבל,נועם,תמר,אלמוג,סיוון,ארז,הדס,שקד,ורד,אלון|אלוני,ברושי,זיתוני,חרובי,אורני,תדהר,הדסי,סנונית|רחוב האלון,רחוב הזית,רחוב הברוש,רחוב הסנונית,שדרות האורן|כפר אלונים,גבעת זיתים,נחל ברוש',
  fa: 'پرنیان,آرمین,نیلوفر,سیاوش,شقایق,بردیا,ترانه,کاوه,غزاله,سهند|سروستانی,چناری,بیدمشکی,گلستانی,سپیدار,ارغوانی,یاسمنی,صنوبری|خیابان یاسمن,خیابان چنار,کوچه بیدمشک,خیابان ارغوان|سروستان نو,چنارآباد,گلدشت',
  hi: 'इरावती,कौस्तुभ,मंदाकिनी,चिरंजीव,शाल्मली,अनिरुद्ध,वासंती,तेजस|अमलतास,गुलमोहर,चंदनवाला,नीमकर,पलाशकर,मौलश्री|गुलमोहर मार्ग,नीम मार्ग,पलाश रोड,चंदन नगर|अमलपुर,नीमगढ़,चंदनपुरा',
} as const;
