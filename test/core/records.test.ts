import assert from 'node:assert/strict';
import { allFakers } from '@faker-js/faker';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { columnKinds } from '../../src/core/records/columns';
import { findRecords } from '../../src/core/records/findRecords';
import { lawsOf } from '../../src/core/records/laws';
import { leastCpuTime } from '../cpuTime';
import { english, formats, type Header, makeRecords } from './people';

const locales = [
  ...['en', 'en_GB', 'en_IN', 'de', 'fr', 'es', 'it', 'pt_BR', 'nl', 'pl', 'cs_CZ', 'sv', 'fi', 'hu', 'tr', 'ru', 'el'],
  ...['ja', 'zh_CN', 'ko', 'ar', 'vi'],
] as const;

describe('records', () => {
  for (const format of formats) {
    it(`are found in ${format}, each value and nothing else, in ${locales.length} locales`, () => {
      let found = 0;
      let all = 0;
      for (const locale of locales) {
        const faker = allFakers[locale];
        faker.seed(3);
        const made = makeRecords(faker, format, 10);
        const cells = cellsOf(made.text, made.path);
        for (const [kind, spans] of made.truth) {
          all += spans.length;
          found += spans.filter(it => cells.delete(`${kind} ${it.start}-${it.end}`)).length;
        }
        assert.deepEqual([...cells], [], `${locale} ${format}`);
      }
      assert.ok(found / all > 0.97, `${found} of ${all}`);
    }).timeout(60_000);
  }

  for (const format of ['csv', 'json', 'yaml', 'sql', 'markdown', 'log'] as const) {
    it(`are found in notebooks' cells that hold ${format}`, () => {
      for (const locale of ['en', 'de', 'pl', 'ru', 'ja', 'ar'] as const) {
        const faker = allFakers[locale];
        faker.seed(3);
        const made = makeRecords(faker, format, 10);
        const source = `data = """${made.text}"""\n`.split(/(?<=\n)/);
        for (const cell of [
          { cell_type: 'code', source },
          { cell_type: 'code', outputs: [{ text: made.text }] },
        ]) {
          const text = JSON.stringify({ cells: [cell], nbformat: 4 }, null, 1);
          const found = findRecords(text, 'a.ipynb').flatMap(column =>
            column.cells.map(it => `${column.kind} ${JSON.parse(`"${text.slice(it.start, it.end)}"`)}`),
          );
          const wanted = [...made.truth].flatMap(([kind, spans]) =>
            spans.map(it => `${kind} ${made.text.slice(it.start, it.end)}`),
          );
          const known = new Set(found);
          const missing = wanted.filter(it => !known.has(it));
          assert.ok(missing.length <= wanted.length / 50, `${locale}: ${missing.length} of ${wanted.length}`);
          assert.ok(found.length <= wanted.length, `${locale}: ${found.length} found, ${wanted.length} made`);
        }
      }
    });
  }

  it('are told by their names in many languages', () => {
    for (const [locale, headers] of Object.entries(native)) {
      const faker = allFakers[locale as 'de'];
      faker.seed(5);
      const made = makeRecords(faker, 'csv', 8, headers);
      const kinds = new Set(findRecords(made.text, 'x').map(it => it.kind));
      assert.deepEqual(
        [...made.truth.keys()].filter(kind => !kinds.has(kind as 'pii/email')),
        [],
        locale,
      );
    }
  });

  it('stand where quotes, line ends and other separators are', () => {
    const rows = [
      'Maria,"1, Main Street"',
      '"Hans ""Hansi""",2 Oak Road',
      'Anna,"3 Elm Avenue\r\nFlat 2"',
      'Pedro,4 High Street',
    ];
    assert.deepEqual(valuesOf(`first_name,address\r\n${rows.join('\r\n')}\r\n`, 'pii/street-address'), [
      '1, Main Street',
      '2 Oak Road',
      '3 Elm Avenue\r\nFlat 2',
      '4 High Street',
    ]);
    assert.deepEqual(valuesOf('id;nachname\n1;Müller\n2;Schmidt\n3;Weber\n', 'pii/person-name'), [
      'Müller',
      'Schmidt',
      'Weber',
    ]);
    const drawn = [
      '+----+-----------+',
      '| id | last_name |',
      '+----+-----------+',
      '|  1 | Garcia    |',
      '|  2 | Smith     |',
      '|  3 | Rossi     |',
    ];
    assert.deepEqual(valuesOf(drawn.join('\n'), 'pii/person-name'), ['Garcia', 'Smith', 'Rossi']);
    const fenced = 'See:\n```\nfirst_name,age\nMaria,3\nJohn,4\nAnna,5\n```\nand so on, really.\n';
    assert.deepEqual(valuesOf(fenced, 'pii/person-name'), ['Maria', 'John', 'Anna']);
  });

  it('stand in dumps and markup', () => {
    const dump = [
      'CREATE TABLE `staff` (\n  `id` int(11) NOT NULL,\n  `surname` varchar(80) DEFAULT NULL,\n  `ssn` varchar(11),\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;',
      "INSERT INTO `staff` VALUES (1,'O\\'Neill','219-09-9999'),(2,'Garcia (de)','078-05-1120');",
      "INSERT INTO `staff` VALUES (3,'Smith','457-55-5462');",
    ].join('\n');
    assert.deepEqual(valuesOf(dump, 'pii/person-name'), ["O\\'Neill", 'Garcia (de)', 'Smith']);
    assert.deepEqual(valuesOf(dump, 'pii/national-id'), ['219-09-9999', '078-05-1120', '457-55-5462']);
    const html = `<table><tr><th>Name</th><th>Address</th></tr>${['Maria Garcia', 'John Miller', 'Anna Weber']
      .map((name, at) => `<tr><td><b>${name}</b></td><td>${at + 1} Main Street</td></tr>`)
      .join('')}</table>`;
    assert.deepEqual(valuesOf(html, 'pii/person-name'), ['Maria Garcia', 'John Miller', 'Anna Weber']);
    const cell = JSON.stringify({ text: ['Maria', 'Hans', 'Pedro'].map(it => `{"first_name": "${it}"}`).join('\n') });
    assert.deepEqual(valuesOf(cell, 'pii/person-name'), ['Maria', 'Hans', 'Pedro']);
  });

  it('stand in contacts, invitations, directories, records of hospitals and heads of messages', () => {
    const cases: [text: string, kind: string, values: string[]][] = [
      [
        'BEGIN:VCARD\nN:Okpara;Ngozi;;;\nFN:Ngozi Okpara\nBDAY:1990-01-02\nEND:VCARD\n',
        'pii/person-name',
        ['Okpara', 'Ngozi', 'Ngozi Okpara'],
      ],
      [
        'BEGIN:VCARD\nFN:x y\nADR;TYPE=HOME:;;1 Elm Road;Springfield;;12345;USA\n',
        'pii/street-address',
        ['1 Elm Road'],
      ],
      ['BEGIN:VEVENT\nATTENDEE;CN="Ngozi Okpara":mailto:n@okpara.org\n', 'pii/person-name', ['Ngozi Okpara']],
      [
        'PID|1||7731942^^^H^MR||Okpara^Ngozi||19900102|F|||1 Elm Road^^Springfield^^12345\n',
        'pii/person-name',
        ['Okpara', 'Ngozi'],
      ],
      [
        'dn: cn=Ngozi Okpara,ou=x\ncn: Ngozi Okpara\nsn: Okpara\n',
        'pii/person-name',
        ['Ngozi Okpara', 'Ngozi Okpara', 'Okpara'],
      ],
      [
        '{"resourceType": "Patient", "name": [{"family": "Okpara", "given": ["Ngozi"]}]}',
        'pii/person-name',
        ['Okpara', 'Ngozi'],
      ],
      ['From: Ngozi Okpara <n@okpara.org>\nTo: a@okpara.org\n', 'pii/person-name', ['Ngozi Okpara']],
      [
        '{"name": "Ngozi Okpara", "email": "n@okpara.org", "phone": "(415) 592-6734"}',
        'pii/person-name',
        ['Ngozi Okpara'],
      ],
      ['{"name": "Elm Software", "email": "n@okpara.org", "phone": "(415) 592-6734"}', 'pii/person-name', []],
      ['import x from: Some Thing <b>', 'pii/person-name', []],
    ];
    for (const [text, kind, values] of cases) assert.deepEqual(valuesOf(text, kind), values, text);
  });

  it('are secrets too, in columns that are called so, and only there', () => {
    const [one, other, third] = ['{alnum:9}7a', '{alpha:5}!{digit:4}', '{lower:12}'].map((it, at) => sample(it, at));
    const token = sample('{alnum:40}', 4);
    const wanted = [one, other, third];
    const rows = wanted.map((it, at) => [`user${at}`, it, 'x']);
    for (const [text, path] of [
      [['login,password,note', ...rows.map(it => it.join(','))].join('\n'), 'a.csv'],
      [
        `| Login | DB password | Note |\n|---|---|---|\n${rows.map(it => `| ${it.join(' | ')} |`).join('\n')}\n`,
        'a.md',
      ],
      [`COPY t (login, password, note) FROM stdin;\n${rows.map(it => it.join('\t')).join('\n')}\n\\.\n`, 'a.sql'],
      [`INSERT INTO t (login, passwd, note) VALUES ${rows.map(it => `('${it.join("', '")}')`).join(', ')};`, 'a.sql'],
    ] as const)
      assert.deepEqual(valuesOf(text, 'secret/column-password', path), wanted, path);
    assert.deepEqual(valuesOf(`service,api_key\nx,${token}\n`, 'secret/column-token'), [token]);
    assert.deepEqual(valuesOf('field,password\nlength,required\nhint,shown\n', 'secret/column-password'), []);
    assert.deepEqual(valuesOf('word,token\nthe,determiner\ncat,noun\n', 'secret/column-token'), []);
  });

  it('stand in printed data frames and in letters', () => {
    const frame = [
      '  first_name last_name         city',
      '0      Maria  Gonzalez       Madrid',
      '1       Hans   Schmidt  Bad Homburg',
      '2       Anna     Rossi       Milano',
    ];
    for (const text of [frame.join('\n'), JSON.stringify({ plain: frame.map(it => `${it}\n`) }, null, 1)]) {
      assert.deepEqual(valuesOf(text, 'pii/person-name'), ['Maria', 'Hans', 'Anna', 'Gonzalez', 'Schmidt', 'Rossi']);
      assert.deepEqual(valuesOf(text, 'pii/city'), ['Madrid', 'Bad Homburg', 'Milano']);
    }
    const shown = ['Maria', 'Hans', 'Anna'].map((name, at) => `<tr><th>${at}</th><td>${name}</td><td>x</td></tr>`);
    const html = `<table><tr><th></th><th>first_name</th><th>state</th></tr>${shown.join('')}</table>`;
    assert.deepEqual(valuesOf(html, 'pii/person-name'), ['Maria', 'Hans', 'Anna']);
    const letter =
      'Dear all,\n\nAnna Schmidt\nHauptstraße 12\n10115 Berlin\n\nMr. John Miller\n12 Main Street\nSpringfield, IL 62704\n';
    assert.deepEqual(allValues(letter), [
      ...['Anna Schmidt', 'Hauptstraße 12', '10115 Berlin'],
      ...['Mr. John Miller', '12 Main Street', 'Springfield, IL 62704'],
    ]);
    assert.deepEqual(findRecords(letter, 'src/a.ts'), []);
  });

  it('may be single where several fields stand together', () => {
    const cases: [string, string[]][] = [
      [
        'Name: Maria Gonzalez\nAddress: Calle Mayor 12, 28013 Madrid\n',
        ['Maria Gonzalez', 'Calle Mayor 12, 28013 Madrid'],
      ],
      ['**Name:** Hans Weber\n**Geburtsdatum:** 12.03.1980\n', ['Hans Weber', '12.03.1980']],
      ['Patient name: Anna Schmidt, DOB: 12/03/1980, Diagnosis: E11.9', ['Anna Schmidt', '12/03/1980', 'E11.9']],
      ['{"name": "John Miller", "ssn": "219-09-9999"}', ['John Miller', '219-09-9999']],
      ['User(first_name="Maria", last_name="Garcia", address="12 Main Street")', ['Maria', 'Garcia', '12 Main Street']],
      ['Full Name : Maria Gonzalez\nPassport No. : X1234567\n', ['Maria Gonzalez', 'X1234567']],
      ['姓名：王小明\n地址：北京市朝阳区建国路12号\n', ['王小明', '北京市朝阳区建国路12号']],
    ];
    for (const [text, values] of cases) assert.deepEqual(allValues(text), values, text);
  });

  it('may be sentences that say of somebody what the law sets apart', () => {
    const cases: [string, string[]][] = [
      ['Last year Maria Gonzalez was diagnosed with type 2 diabetes.', ['Maria Gonzalez', 'type 2 diabetes']],
      ['Hans Weber, 54, suffers from asthma and smokes.', ['Hans Weber', 'asthma']],
      ['In 2011 John Miller was convicted of fraud in Ohio.', ['John Miller', 'fraud']],
      ['Anna Schmidt leidet an Migräne seit Jahren.', ['Anna Schmidt', 'Migräne']],
      ['Peter Martin identifies as bisexual.', ['Peter Martin', 'bisexual']],
      ['The API identifies as follows.', []],
      ['Large Corp was charged with a fee.', []],
      ['The build suffers from flaky tests.', []],
      ['Patients diagnosed with diabetes are counted.', []],
    ];
    for (const [text, values] of cases) assert.deepEqual(allValues(text), values, text);
    assert.ok(findRecords(cases[0]![0]).every(it => it.tier === 'possible'));
    assert.deepEqual(findRecords(cases[0]![0], 'src/a.json'), []);
  });

  it('are not seen in what only has such names', () => {
    for (const [what, text] of Object.entries(benign)) assert.deepEqual(allValues(text), [], what);
  });

  it('are judged in time that grows with the text alone', () => {
    const hostile: Record<string, string> = {
      commas: `name${','.repeat(1_000_000)}`,
      'a line': 'first_name,'.repeat(100_000),
      'open quotes': `first_name,email\n${'"a,'.repeat(300_000)}`,
      headers: 'name,b\n'.repeat(150_000),
      'deep JSON': `${'{"name":['.repeat(100_000)}`,
      inserts: "insert into t (name) values ('".repeat(30_000),
      tables: 'create table a('.repeat(60_000),
      copies: `COPY t (name) FROM stdin;\n${'a\n'.repeat(400_000)}`,
      cells: `<table>${'<th>name'.repeat(100_000)}`,
      fields: 'name: '.repeat(200_000),
      signs: '姓名：'.repeat(300_000),
      keys: `${'name '.repeat(200_000)}:`,
      blanks: `first_name: ${' '.repeat(1_000_000)}`,
      frames: 'first_name  last_name\n'.repeat(50_000),
      'one frame': `first_name  last_name\n${'         a          b\n'.repeat(50_000)}`,
      letters: 'Anna Schmidt\nHauptstraße 12\n10115 Berlin\n'.repeat(20_000),
      sentences: 'Maria Gonzalez was diagnosed with '.repeat(30_000),
      names: `${'n'.repeat(500_000)}ame: x`,
      notebooks: `{"cell_type" "source": ["${'\\n'.repeat(500_000)}`,
      'open cells': `{"cell_type"${'"source": ["'.repeat(100_000)}`,
      'open strings': `${"'''".repeat(300_000)}name,b`,
    };
    for (const [what, text] of Object.entries(hostile)) {
      const took = leastCpuTime(2000, () => findRecords(text));
      assert.ok(took < 2000, `${what}: ${took.toFixed(0)} ms`);
    }
  }).timeout(60_000);
});

describe('law rows', () => {
  it('leave none of HIPAA’s eighteen, of GDPR’s articles 9 and 10, of California’s and of PCI’s out', () => {
    const named = new Set([...columnKinds(), ...detectors].flatMap(({ id }) => lawsOf(id)));
    const rows = [...named].join('\n');
    for (const letter of 'ABCDEFGHIJKLMNOPQR') assert.ok(rows.includes(`(b)(2)(i)(${letter})`), `HIPAA ${letter}`);
    for (const row of [
      ...[
        'racial or ethnic origin',
        'political opinions',
        'religious or philosophical beliefs',
        'trade union membership',
      ],
      ...['genetic data', 'biometric data', 'health', 'sex life or sexual orientation'],
    ])
      assert.ok(named.has(`GDPR art. 9(1) ${row}`), row);
    for (const row of [
      'GDPR art. 10',
      '(ae)(1)(A)',
      '(ae)(1)(B)',
      '(ae)(1)(C)',
      '(ae)(1)(D)',
      '(ae)(1)(F)',
      '(ae)(1)(G)',
    ])
      assert.ok(rows.includes(row), row);
    for (const row of ['(ae)(2)(A)', '(ae)(2)(B)', '(ae)(2)(C)', '3.5.1 PAN', '3.3.1.1', '3.3.1.2', '3.3.1.3'])
      assert.ok(rows.includes(row), row);
  });

  it('are named by what stands in tables, and in a single record', () => {
    const special: readonly [name: string, values: readonly string[], law: string][] = [
      ['religion', ['Catholic', 'Muslim', 'Jewish'], 'GDPR art. 9(1) religious'],
      ['ethnicity', ['Hispanic', 'Asian', 'White'], 'GDPR art. 9(1) racial'],
      ['political_party', ['Republican', 'Labour', 'Green Party'], 'GDPR art. 9(1) political'],
      ['sexual_orientation', ['bisexual', 'gay', 'heterosexual'], 'GDPR art. 9(1) sex'],
      ['trade_union', ['IG Metall', 'UNISON', 'no'], 'GDPR art. 9(1) trade'],
      ['criminal_record', ['theft, 2011', 'fraud', 'assault'], 'GDPR art. 10'],
      ['genetic_test', ['BRCA1 positive', 'negative', 'APOE e4'], 'GDPR art. 9(1) genetic'],
      ['face_encoding', ['0.12 0.93 0.11', '0.55 0.01 0.2', '0.4 0.4 0.4'], 'GDPR art. 9(1) biometric'],
      ['diagnosis', ['type 2 diabetes', 'asthma', 'migraine'], 'GDPR art. 9(1) health'],
      ['cvv', ['123', '456', '789'], 'PCI DSS 3.3.1.2'],
      ['discharge_date', ['2021-03-04', '2022-05-06', '2020-01-09'], 'GDPR art. 9(1) health'],
      ['profile_picture', ['a.jpg', 'b.png', 'c.webp'], 'GDPR art. 4(1)'],
    ];
    const people = ['Maria Gonzalez', 'Hans Weber', 'Anna Schmidt'];
    for (const [name, values, law] of special) {
      const rows = people.map((person, at) => `"${person}","${values[at]}"`);
      const table = findRecords(`full_name,${name}\n${rows.join('\n')}\n`, 'a.csv');
      const lawsFor = (columns: ReturnType<typeof findRecords>) =>
        columns.filter(it => it.name === name).flatMap(({ kind }) => lawsOf(kind));
      assert.ok(
        lawsFor(table).some(it => it.startsWith(law)),
        name,
      );
      if (/cvv|date|picture/.test(name)) continue;
      const record = findRecords(`full_name: ${people[0]}\n${name}: ${values[0]}\n`, 'a.yaml');
      assert.ok(
        lawsFor(record).some(it => it.startsWith(law)),
        `${name} of one person`,
      );
    }
  });

  it('are named for every kind, and for nothing else', () => {
    assert.deepEqual(lawsOf('secret/github-token'), []);
    assert.ok(lawsOf('pii/religion')[0]?.startsWith('GDPR art. 9(1)'));
    assert.ok(lawsOf('pii/criminal-record')[0]?.startsWith('GDPR art. 10'));
    assert.ok(lawsOf('pii/payment-card').some(it => it.startsWith('PCI DSS 3.5.1')));
    assert.ok(lawsOf('pii/card-security-code').some(it => it.startsWith('PCI DSS 3.3.1.2')));
    assert.ok(lawsOf('pii/us-ssn').includes('HIPAA 45 CFR 164.514(b)(2)(i)(G)'));
    assert.ok(lawsOf('pii/pl-pesel').some(it => it.startsWith('GDPR art. 87')));
    assert.ok(lawsOf('pii/whatever-comes').length > 0);
  });
});

const native: Readonly<Record<string, readonly Header[]>> = {
  de: named('Vorname,Nachname,E-Mail,Telefon,Geburtsdatum,Straße,Ort,PLZ,Geschlecht,Diagnose,Konfession'),
  fr: named('Prénom,Nom,Courriel,Téléphone,Date de naissance,Adresse,Ville,Code postal,Sexe,Diagnostic,Religion'),
  es: named(
    'Nombre,Apellidos,Correo electrónico,Teléfono,Fecha de nacimiento,Dirección,Ciudad,Código postal,Sexo,Diagnóstico,Religión',
  ),
  it: named('Nome,Cognome,Email,Telefono,Data di nascita,Indirizzo,Città,CAP,Sesso,Diagnosi,Religione'),
  pt_BR: named('Nome,Sobrenome,Email,Telefone,Data de nascimento,Endereço,Cidade,CEP,Sexo,Diagnóstico,Religião'),
  nl: named(
    'Voornaam,Achternaam,Email,Telefoonnummer,Geboortedatum,Straat,Woonplaats,Postcode,Geslacht,Diagnose,Godsdienst',
  ),
  pl: named('Imię,Nazwisko,Email,Telefon,Data urodzenia,Ulica,Miasto,Kod pocztowy,Płeć,Diagnoza,Wyznanie'),
  sv: named('Förnamn,Efternamn,Epost,Mobil,Födelsedatum,Gatuadress,Postort,Postnummer,Kön,Diagnos,Religion'),
  ru: named('Имя,Фамилия,Email,Телефон,Дата рождения,Адрес,Город,Индекс,Пол,Диагноз,Религия'),
  tr: named('Ad,Soyad,Email,Telefon,Doğum Tarihi,Adres,Şehir,Posta kodu,Cinsiyet,Diagnosis,Din'),
  ja: named('名,氏名,メール,電話番号,生年月日,住所,市区町村,郵便番号,性別,病名,宗教'),
  zh_CN: named('名字,姓氏,邮箱,手机,出生日期,地址,城市,邮编,性别,诊断,宗教信仰'),
  ko: named('이름,성명,이메일,전화번호,생년월일,주소,도시,우편번호,성별,진단,종교'),
};

/** The columns that `english` has, by other names. */
function named(names: string): Header[] {
  const kinds = english.map(([, kind]) => kind).filter(kind => kind.startsWith('pii/'));
  return names.split(',').map((name, at) => [name, kinds[at] as string]);
}

const benign: Readonly<Record<string, string>> = {
  products:
    'id,name,price,city\n1,Blue Chair,10.00,x\n2,Oak Table,20.00,y\n3,Lamp Jordan,5.00,z\n4,Victoria Sofa,3.00,q\n',
  dependencies:
    '{"dependencies": [{"name": "left-pad", "version": "1.0.0"}, {"name": "martin", "version": "2"}, {"name": "lodash", "version": "3"}]}',
  authors:
    '{"name": "x", "author": {"name": "Maria Garcia", "email": "maria@garcia.org", "url": "https://garcia.org"}}',
  contributors:
    '{"contributors": [{"name": "Maria Garcia", "email": "maria@garcia.org"}, {"name": "Hans Weber", "email": "h@weber.org"}, {"name": "Anna Rossi", "email": "a@rossi.org"}]}',
  project: 'authors = [\n  { name = "Maria Garcia" },\n  { name = "Hans Weber" },\n  { name = "Anna Rossi" },\n]\n',
  workflow:
    'name: Build\non: push\njobs:\n  test:\n    name: Test on Linux\n    steps:\n      - name: Check out\n        uses: x\n      - name: Install Node\n      - name: Run tests\n',
  cluster:
    'kind: Service\nmetadata:\n  name: web\n  labels:\n    name: web\nspec:\n  ports:\n    - name: http\n      port: 80\n    - name: metrics\n      port: 90\n',
  api: '{"parameters": [{"name": "first_name", "in": "query", "type": "string"}, {"name": "address", "in": "query"}, {"name": "phone", "in": "query"}]}',
  model:
    'class Person(Model):\n    first_name = CharField(max_length=30)\n    last_name = CharField(max_length=30)\n    birth_date = DateField()\n    address = TextField()\n',
  entity:
    '<property name="firstName" column="first_name"/>\n<property name="lastName" column="last_name"/>\n<property name="address" column="address"/>\n',
  columns:
    'CREATE TABLE p (\n  first_name varchar(20),\n  last_name varchar(20),\n  address text\n);\nSELECT first_name, last_name, address FROM p;\n',
  people:
    'Mark the address, phone and name of the city.\nThe name, address, and phone number are required.\nName, address, and email go here.\n',
  metrics: 'timestamp,name,value,unit\n1,cpu.load,0.3,%\n2,mem.free,12,MB\n3,disk,1,GB\n',
  coordinates: 'lat,lng,label\n52.5200,13.4050,a\n48.8566,2.3522,b\n41.9028,12.4964,c\n',
  places:
    'name,country,latitude\nSan Francisco,US,37.77\nSan Jose,US,37.33\nSanta Maria,US,34.9\nVirginia Beach,US,36.8\nParis,FR,48.8\n',
  countries: 'code,name\nDE,Germany\nFR,France\nGE,Georgia\nJO,Jordan\nIL,Israel\n',
  translations:
    '{"firstName": "Vorname", "lastName": "Nachname", "email": "E-Mail-Adresse", "address": "Anschrift", "birthday": "Geburtstag", "phone": "Telefon"}',
  schema: 'name,type,nullable\nfirst_name,string,false\nlast_name,string,false\naddress,text,true\n',
  types:
    'interface Person {\n  firstName: string;\n  lastName: string;\n  address: Address;\n  birthDate: Date;\n  gender: Gender;\n}\n',
  levels: 'level,name,message\n1,info,started\n2,warn,slow\n3,error,failed\n',
  files: 'filename,title,address\na.txt,First file,0x1000\nb.txt,Second file,0x2000\nc.txt,Third file,0x3000\n',
  users: 'username,status,ip_address\nadmin,ok,10.0.0.1\nroot,ok,10.0.0.2\nguest,no,10.0.0.3\n',
  prepared: 'INSERT INTO users (first_name, last_name, email) VALUES (?, ?, ?), ($1, $2, $3), (:first, :last, :email);',
  templates: 'first_name: ${first}\nlast_name: {{ last }}\naddress: <address>\nfirst_name: %s\nfirst_name: $name\n',
  hosts: 'name: web\naddress: 10.0.0.1\nname: db\naddress: 10.0.0.2\nname: cache\naddress: db.example.com:80\n',
  fonts: '[{"name": "Georgia Pro"}, {"name": "Courier New"}, {"name": "Times New Roman"}, {"name": "Lucida Sans"}]',
  diagnoses: 'icd10,diagnosis\nE11.9,Type 2 diabetes\nI10,Hypertension\nJ45,Asthma\nG43,Migraine\n',
  code: 'const name = getName();\nconst address = server.address();\nif (user.email === email) phone = null;\nreturn { name, address, email, phone };\n',
  props:
    '<Input name="first_name" label="First name" />\n<Input name="last_name" label="Last name" />\n<Input name="address" label="Address" />\n',
  nobody: 'Name: John Doe\nAddress: 123 Main Street\n',
};

function cellsOf(text: string, path?: string): Set<string> {
  return new Set(findRecords(text, path).flatMap(it => it.cells.map(cell => `${it.kind} ${cell.start}-${cell.end}`)));
}

function valuesOf(text: string, kind: string, path?: string): string[] {
  return findRecords(text, path)
    .filter(it => it.kind === kind)
    .flatMap(it => it.cells.map(cell => text.slice(cell.start, cell.end)));
}

function allValues(text: string): string[] {
  return findRecords(text)
    .flatMap(it => it.cells)
    .sort((a, b) => a.start - b.start)
    .map(it => text.slice(it.start, it.end));
}
