/** Which countries a text names, by their codes (ISO 3166) in upper case: names, adjectives, locales, and codes under such a key. */
export function countriesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text
    .toLowerCase()
    .match(/[\p{L}\p{M}]{4,}(?: (?:zealand|africa|kingdom|korea|states|arabia|kong|rica|lanka|republic))?/gu) ?? []) {
    const code = names().get(word) ?? names().get(word.split(' ')[0] as string);
    if (code) found.add(code);
  }
  for (const [, code = ''] of text.matchAll(codes)) found.add(code.toUpperCase() === 'UK' ? 'GB' : code.toUpperCase());
  for (const [, code = ''] of text.matchAll(/\b[a-z]{2}[-_]([A-Z]{2})\b/g)) found.add(code);
  return found;
}

const codes =
  /(?:country|nationality|citizenship|issuer|issuing|locale|region|land|pa[iíy]s|país|paese|jurisdiction|state)(?:[ _-]?(?:code|of issue|iso|iso2))?["']?\s{0,2}[:=,]\s{0,2}["']?([A-Z]{2})\b/gi;

let made: Map<string, string> | undefined;

function names(): ReadonlyMap<string, string> {
  made ??= new Map(
    table
      .split(';')
      .map(row => row.split(':'))
      .flatMap(([code = '', words = '']) => words.split(',').map(word => [word, code] as const)),
  );
  return made;
}

/** English name and adjective, and the country's own name, as far as these are no other words. */
const table = [
  'AD:andorra,andorran;AE:emirates,emirati,uae,الإمارات;AL:albania,albanian,shqipëri,shqiptar;AM:armenia,armenian,հայաստան;AO:angola,angolan;AR:argentina,argentine,argentinian,argentino;AT:austria,austrian,österreich,österreichische;AU:australia,australian',
  'AZ:azerbaijan,azerbaijani,azərbaycan;BA:bosnia,bosnian,bosna;BD:bangladesh,bangladeshi,বাংলাদেশ;BE:belgium,belgian,belgië,belgique,belge,belgisch;BG:bulgaria,bulgarian,българия,български;BH:bahrain,bahraini;BO:bolivia,bolivian,boliviano;BR:brazil,brazilian,brasil,brasileiro;BY:belarus,belarusian,беларусь',
  'CA:canada,canadian,canadien;CH:switzerland,swiss,schweiz,suisse,svizzera;CL:chile,chilean,chileno;CN:china,chinese,中国,中國;CO:colombia,colombian,colombiano;CR:costa rica,costarricense;CU:cuba,cuban,cubano;CY:cyprus,cypriot,κύπρος;CZ:czech,czechia,česko,český,česká',
  'DE:germany,german,deutschland,deutsche,deutscher,deutsch;DK:denmark,danish,danmark,dansk;DO:dominican;DZ:algeria,algerian,algérie,الجزائر;EC:ecuador,ecuadorian,ecuatoriano;EE:estonia,estonian,eesti;EG:egypt,egyptian,مصر;ES:spain,spanish,españa,español,española;FI:finland,finnish,suomi,suomen;FO:faroe,faroese',
  'FR:france,french,français,française;GB:british,britain,united kingdom,england,english,scotland;GE:georgia,georgian;GH:ghana,ghanaian;GR:greece,greek,hellenic,ελλάδα,ελληνική;GT:guatemala,guatemalan;HK:hong kong,香港;HN:honduras,honduran;HR:croatia,croatian,hrvatska;HU:hungary,hungarian,magyar,magyarország',
  'ID:indonesia,indonesian;IE:ireland,irish,éire;IL:israel,israeli,ישראל;IN:india,indian,भारत;IQ:iraq,iraqi;IR:iran,iranian,ایران;IS:iceland,icelandic,ísland;IT:italy,italian,italia,italiano,italiana;JM:jamaica,jamaican;JO:jordanian;JP:japan,japanese,日本',
  'KE:kenya,kenyan;KG:kyrgyzstan,kyrgyz;KR:south korea,korea,korean,한국,대한민국;KW:kuwait,kuwaiti;KZ:kazakhstan,kazakh,казахстан;LI:liechtenstein;LK:sri lanka,sri lankan,lankan;LT:lithuania,lithuanian,lietuva,lietuvos;LU:luxembourg,luxembourgish;LV:latvia,latvian,latvija,latvijas;LY:libya,libyan',
  'MA:morocco,moroccan,maroc;MC:monaco;MD:moldova,moldovan;ME:montenegro,montenegrin;MK:macedonia,macedonian;MT:malta,maltese;MU:mauritius,mauritian;MX:mexico,mexican,méxico,mexicano,mexicana;MY:malaysia,malaysian;MZ:mozambique,mozambican,moçambique;NG:nigeria,nigerian;NI:nicaragua;NL:netherlands,dutch,nederland,nederlandse',
  'NO:norway,norwegian,norge,norsk;NZ:new zealand;OM:oman,omani;PA:panama,panamanian;PE:peru,peruvian,perú,peruano;PH:philippines,philippine,filipino;PK:pakistan,pakistani;PL:poland,polish,polska,polski;PT:portugal,portuguese,português,portuguesa;PY:paraguay;QA:qatar,qatari;RO:romania,romanian,românia,român;RS:serbia,serbian,srbija,србија;RU:russia,russian,россия,рф,российской',
  'SA:saudi arabia,saudi,السعودية;SE:sweden,swedish,sverige,svensk;SG:singapore,singaporean;SI:slovenia,slovenian,slovene,slovenija;SK:slovakia,slovak,slovensko,slovenský;SM:san marino;SN:senegal;SV:salvador,salvadoran;TH:thailand,thai,ไทย;TN:tunisia,tunisian,tunisie;TR:turkey,turkish,türkiye,türk;TW:taiwan,taiwanese,台灣,中華民國;TZ:tanzania,tanzanian',
  'UA:ukraine,ukrainian,україна,україни;UG:uganda,ugandan;US:united states,american,america;UY:uruguay,uruguayan;UZ:uzbekistan,uzbek;VE:venezuela,venezuelan;VN:vietnam,vietnamese,việt;ZA:south africa,african;ZM:zambia,zambian;ZW:zimbabwe,zimbabwean',
].join(';');
