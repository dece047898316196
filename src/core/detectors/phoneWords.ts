/** What a phone's number is called; in lower case, so that case is folded by whoever compares. */
export const phoneNouns: readonly string[] =
  'phone telephone mobile cell cellphone fax tel telno msisdn whatsapp hotline pager landline handset phonenumber telefon telefonnummer telefonnr handy handynummer rufnummer mobil mobilnummer mobiltelefon mobilfunk festnetz festnetznummer durchwahl telefax téléphone telephone portable tél gsm teléfono telefono móvil movil celular cellulare telefone telemóvel telemovel telefoon telefoonnummer mobiel telefonu komórka komórkowy telefonní tlf puhelin puhelinnumero matkapuhelin telefonszám telefonszáma mobilszám telefonul telefonnumret mobilnummeret telefonnummeret telefonnumre mobiltelefonnummer cep телефон телефону телефона телефоном тел моб мобильный мобільний τηλέφωνο κινητό τηλεφώνου 電話 電話番号 携帯 携帯電話 电话 电话号码 電話號碼 手机 手機 手机号 전화 전화번호 휴대폰 휴대전화 연락처 هاتف جوال تلفون موبايل الهاتف تلفن موبایل טלפון נייד फ़ोन मोबाइल điện sđt telepon handphone mobitel โทร โทรศัพท์'.split(
    ' ',
  );

/** What people do with a phone; such a word stands for other things too, so it asks for a number that is written like one. */
export const phoneVerbs: readonly string[] =
  'call calls called caller dial dialed reach ring sms contact reached anrufen erreichbar kontakt rufen appelez appeler joindre joignable llame llamar llámame contacto chiamare contatto ligue ligar contato bel bellen zadzwoń kontakt ring ringa soita zavolejte arayın звоните позвоните дзвоніть 联系 連絡'.split(
    ' ',
  );

/** Countries by what their people call a phone, by names, by ends of domains; ISO 3166, the likeliest first. */
export function regionsOfWord(word: string): readonly string[] {
  return byWord.find(([words]) => words.test(word))?.[1] ?? [];
}

const byWord: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:handy|rufnummer|mobilfunk|festnetz|durchwahl|telefonn(?:ummer|r)$|erreichbar|anrufen|rufen)/,
    ['DE', 'AT', 'CH'],
  ],
  [/^(?:téléphone|tél$|portable|appel|join)/, ['FR', 'BE', 'CH', 'CA']],
  [/^(?:teléfono|móvil|movil|celular|llam|llám|contacto)/, ['ES', 'MX', 'AR', 'CO', 'CL', 'PE']],
  [/^(?:telefono|cellulare|chiamare|contatto)/, ['IT', 'ES', 'CH']],
  [/^(?:telefone|telem|liga|ligue|contato)/, ['BR', 'PT']],
  [/^(?:telefoon|mobiel|bel)/, ['NL', 'BE']],
  [/^(?:telefonu|komórk|zadzwo)/, ['PL']],
  [/^(?:telefonní|zavol)/, ['CZ', 'SK']],
  [/^(?:телефону|мобільний|дзвон)/, ['UA']],
  [/^[\u0400-\u04ff]/, ['RU', 'UA', 'KZ', 'BG']],
  [/^[\u0370-\u03ff]/, ['GR', 'CY']],
  [/^(?:電話番号|携帯|連絡)/, ['JP']],
  [/^[\u4e00-\u9fff]/, ['CN', 'TW', 'HK', 'JP']],
  [/^[\uac00-\ud7af]/, ['KR']],
  [/^[\u0590-\u05ff]/, ['IL']],
  [/^(?:تلفن|موبایل)/, ['IR']],
  [/^[\u0600-\u06ff]/, ['SA', 'AE', 'EG']],
  [/^[\u0900-\u097f]/, ['IN']],
  [/^[\u0e00-\u0e7f]/, ['TH']],
  [/^(?:điện|sđt)/, ['VN']],
  [/^(?:telepon|handphone)/, ['ID']],
  [/^(?:puhelin|matkap|soita)/, ['FI']],
  [/^(?:telefonsz|mobilsz)/, ['HU']],
  [/^(?:cep|arayın)/, ['TR']],
  [/^(?:telefon|mobil|kontakt|tlf|ring)/, ['DE', 'SE', 'DK', 'NO', 'PL', 'CZ', 'HU', 'RO', 'TR', 'HR']],
];
