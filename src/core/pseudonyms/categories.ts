import type { Draw } from './draw';
import { shapeLike } from './numbers';

/** Whether values of this kind are few and shared by many people, so that no value says who somebody is. */
export function isCategory(detector: string): boolean {
  return categories.has(detector);
}

/** Another of the values that such a column has; of the same form where the words of the language aren't known. */
export function categoryLike(detector: string, value: string, draw: Draw): string | undefined {
  const vocabulary = words[detector];
  if (!vocabulary || /^\P{L}*$/u.test(value)) return shapeLike(value, draw);
  const sets = vocabulary.map(set => set.split('|'));
  const fold = value.toLowerCase();
  const own = sets.find(set => set.some(word => word.toLowerCase() === fold)) ?? sets[0]!;
  const made = draw.pick(own.filter(word => word.toLowerCase() !== fold));
  return value === value.toUpperCase() ? made.toUpperCase() : value === fold ? made.toLowerCase() : made;
}

const categories: ReadonlySet<string> = new Set(
  'gender|age|marital-status|nationality|salary|health|ethnicity|religion|political-opinion|trade-union|sexual-orientation|genetic-data|biometric-data|criminal-record'
    .split('|')
    .map(name => `pii/${name}`),
);

/** Values that go together, each set in one spelling; the first set stands for values that aren't known. */
const words: Readonly<Record<string, readonly string[]>> = {
  'pii/gender': [
    'Female|Male|Other',
    'f|m|x',
    'Woman|Man',
    'weiblich|männlich|divers',
    'w|m|d',
    'femenino|masculino',
    'mujer|hombre',
    'féminin|masculin',
    'femme|homme',
    'kobieta|mężczyzna',
    'kvinna|man',
    'nainen|mies',
    'женский|мужской',
    '女|男',
    '女性|男性',
    '여|남',
    '여성|남성',
  ],
  'pii/marital-status': ['Single|Married|Divorced|Widowed', 'ledig|verheiratet|geschieden|verwitwet'],
  'pii/nationality': ['Austrian|Canadian|Danish|French|Irish|Japanese|Kenyan|Peruvian'],
  'pii/health': [
    'Seasonal allergy|Sprained ankle|Migraine|Asthma|Hypertension|Influenza|Anaemia|Gastritis',
    'J30.1|S93.4|G43.9|J45.9|I10|J11.1|D64.9|K29.7',
    'A+|A-|B+|B-|AB+|AB-|O+|O-',
  ],
  'pii/ethnicity': ['Asian|Black|Hispanic|Mixed|White|Pacific Islander'],
  'pii/religion': ['Buddhist|Christian|Hindu|Jewish|Muslim|Sikh|None'],
  'pii/political-opinion': ['Conservative|Green|Liberal|Socialist|Independent'],
  'pii/trade-union': ['yes|no', 'ja|nein', 'oui|non', 'sí|no', 'true|false', 'y|n'],
  'pii/sexual-orientation': ['Heterosexual|Homosexual|Bisexual|Asexual|Queer'],
  'pii/genetic-data': ['AA|AG|GG|CT', 'positive|negative'],
  'pii/biometric-data': ['sample-a|sample-b|sample-c|sample-d'],
  'pii/criminal-record': ['None|Fine|Probation', 'yes|no', 'true|false'],
};
