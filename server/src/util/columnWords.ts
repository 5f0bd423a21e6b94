/**
 * The words of a column name in lower case: split at everything that is no letter or digit, between camel-case words, and between letters and digits.
 * A run of Chinese characters stays one word.
 */
export function wordsOf(columnName: string): readonly string[] {
  return columnName.normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Script=Han})(?=[a-z\d])|([a-z\d])(?=\p{Script=Han})/giu, '$1$2 ')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '');
}

const HAN = /\p{Script=Han}/u;

/**
 * Whether one of the hints occurs: as whole words in a row (`id card` in `customer_id_card`), as one word written together (`idcard`), or, as Chinese
 * is written without spaces, anywhere inside a Chinese word (`邮箱` in `客户邮箱`).
 */
export function hasWord(words: readonly string[], hints: readonly string[]): boolean {
  const { phrases, together, chinese, longest } = prepared(hints);
  return words.some((word, i) => together.has(word) || phrases.has(word) || startsPhrase(words, i, phrases, longest) || isNumbered(word, phrases))
    || (chinese.length > 0 && isChinese(words) && chinese.some(hint => ` ${words.join(' ')} `.includes(hint)));
}

/** What was asked of the words of whole tables. */
const ASKED = new WeakMap<readonly string[], Map<readonly string[], boolean>>();

/** Like `hasWord`, for the words of all headers of a table: every detector asks for every column, and there may be 100,000 of them. */
export function tableHasWord(words: readonly string[], hints: readonly string[]): boolean {
  let asked = ASKED.get(words);
  if (!asked) ASKED.set(words, asked = new Map());
  let answer = asked.get(hints);
  if (answer === undefined) asked.set(hints, answer = hasWord(words, hints));
  return answer;
}

/** Whether a word is one of several of its kind: `email1`. Short words are left alone: `md5` is no doctor. */
function isNumbered(word: string, phrases: ReadonlySet<string>): boolean {
  const last = word.charCodeAt(word.length - 1);
  return word.length >= SHORTEST_NUMBERED && last >= 0x30 && last <= 0x39 && phrases.has(word.replace(/\d{1,2}$/, ''));
}

const SHORTEST_NUMBERED = 5;

function startsPhrase(words: readonly string[], start: number, phrases: ReadonlySet<string>, longest: number): boolean {
  let phrase = words[start] ?? '';
  for (let end = start + 1; end < words.length && end - start < longest; end++) {
    phrase = `${phrase} ${words[end] ?? ''}`;
    if (phrases.has(phrase)) return true;
  }
  return false;
}

interface Hints {
  readonly phrases: ReadonlySet<string>;
  /** Phrases without their spaces. */
  readonly together: ReadonlySet<string>;
  readonly chinese: readonly string[];
  /** Words of the longest phrase. */
  readonly longest: number;
}

const PREPARED = new WeakMap<readonly string[], Hints>();

/** Hints are asked for every column again: in sets they cost next to nothing. */
function prepared(hints: readonly string[]): Hints {
  const known = PREPARED.get(hints);
  if (known) return known;
  // Hints are taken apart as names are: an apostrophe or a hyphen parts words in both.
  const phrases = hints.filter(hint => !HAN.test(hint)).map(hint => wordsOf(hint).join(' '));
  const made = {
    phrases: new Set(phrases),
    together: new Set(phrases.map(hint => hint.replaceAll(' ', ''))),
    chinese: hints.filter(hint => HAN.test(hint)),
    longest: Math.max(1, ...phrases.map(hint => hint.split(' ').length)),
  };
  PREPARED.set(hints, made);
  return made;
}

/** The words of a name without those of one of its hints: what else it says. */
export const wordsBeside = (words: readonly string[], hint: string): readonly string[] => {
  const own = wordsOf(hint);
  return words.map(word => own.reduce((rest, part) => (HAN.test(part) ? rest.replace(part, '') : rest === part ? '' : rest), word)).filter(word => word !== '');
};

const isChinese = (words: readonly string[]): boolean => words.some(word => HAN.test(word));

/** Whether a name says nothing of what the column holds: none, `c7`, `column 3`, `unnamed`, `x`. */
export const saysNothing = (words: readonly string[]): boolean => words.every(word => /^\p{L}?$|^\p{L}{0,2}\d+$/u.test(word) || NO_NAME.has(word.replace(/\d+$/, '')));

const NO_NAME = new Set([
  'col', 'column', 'field', 'var', 'variable', 'unnamed', 'untitled', 'noname', 'nameless', 'anonymous', 'blank', 'empty', 'header', 'value',
  'feature', 'attr', 'attribute', 'data',
  'spalte', 'feld', 'colonne', 'champ', 'columna', 'campo', 'coluna', 'colonna', 'kolom', 'kolumna', 'kolumn', 'столбец', 'поле', '列', '字段', '栏', 'カラム', '컬럼', '열',
]);

/** Whether the name of a column says one of these things. */
export const isNamed = (columnName: string, hints: readonly string[]): boolean => hasWord(wordsOf(columnName), hints);

/** Names of geographic coordinates. */
export const COORDINATES: readonly string[] = [
  'lat', 'latitude', 'lon', 'lng', 'long', 'longitude', 'easting', 'northing', 'coordinate', 'coordinates', 'coord', 'geo', '经度', '纬度',
  '坐标',
];

/** Words that say that a column tells something about a thing and does not hold the thing: `email_verified`, `phone_count`. */
export const ABOUT_WORDS: readonly string[] = [
  'count', 'counts', 'is', 'has', 'flag', 'type', 'kind', 'verified', 'confirmed', 'valid', 'validity', 'status', 'hash', 'hashed',
  'sha256', 'md5', 'token', 'score', 'rate', 'total',
  'avg', 'mean', 'percent', 'pct', 'ratio', 'length', 'expiry', 'expires', 'issued', 'version', 'format', 'provider', 'quality',
  '数量', '类型', '状态', '是否', '有效期', '次数', '占比', '比例',
];

/** Words of column names that hold telephone numbers, whatever the country. */
export const PHONE_WORDS: readonly string[] = [
  'phone', 'telno', 'tel no', 'fon', 'home phone', 'work phone', 'caller number', 'calling number', 'called number',
  'phone number', 'phone no', 'telephone', 'tel', 'mobile', 'mobile number', 'cell number', 'cell phone', 'cellphone', 'msisdn',
  'fax', 'whatsapp', 'contact number', 'contact no', 'telefon', 'handy', 'telefono', 'teléfono', 'móvil', 'movil', 'celular',
  'téléphone', 'portable', 'cellulare', 'telefone', 'phone1', 'phone2', 'ph', 'ph1', 'ph2', 'tlf', 'telefoonnummer', 'telefonnummer',
  'rufnummer', 'handynummer', 'telefoon',
  'numer telefonu', 'telefonszam', 'telefonszám', 'puhelin', 'telefonnumer', 'numéro de téléphone', 'numero de telefono',
  'número de teléfono', 'n telefono', 'gsm', 'телефон',
  'номер телефона', 'мобильный', 'моб тел', 'τηλέφωνο', 'τηλεφωνο', 'điện thoại', 'số điện thoại', 'telp', 'no hp', 'nomor telepon',
  'फोन', 'मोबाइल', 'الهاتف', 'هاتف', 'جوال',
  'رقم الهاتف', 'טלפון', 'تلفن', 'เบอร์โทร', 'โทรศัพท์', '電話', '携帯', '휴대폰', '휴대전화', '전화번호', '전화', '연락처', '电话', '手机', '联系方式', 'lxdh',
  'sjh', 'sjhm', 'dhhm', 'shouji', 'dianhua',
];

/** Words beside them that make it a column about telephones. */
export const ABOUT_PHONES: readonly string[] = [
  ...ABOUT_WORDS, 'model', 'brand', 'os', 'service', 'plan', 'usage', 'calls', 'minutes', 'price', 'bill', 'make', 'sales', '型号', '品牌',
  '套餐',
];

/** Words of column names that hold people whose names are public with what they made or lead: a citation is no leak. */
export const PUBLIC_PERSONS: readonly string[] = [
  'author', 'authors', 'director', 'directors', 'artist', 'artists', 'actor', 'actors', 'actress', 'composer', 'writer', 'singer', 'band',
  'performer',
  'creator', 'cast', 'starring', 'editor', 'publisher', 'president', 'senator', 'politician', 'monarch', '作者', '导演', '演员', '歌手', '主演', '编剧', '作曲',
];

/** Things that have names too: beside these words `name` names no person. */
export const NAMED_THINGS: readonly string[] = [
  'company', 'product', 'brand', 'city', 'town', 'county', 'country', 'state', 'airport', 'street', 'school', 'species', 'team', 'file',
  'event', 'device', 'id', 'age',
  'email', 'phone', 'address', 'gender', 'title', 'number', 'code', 'hospital', 'language', 'domain', 'location', 'place', 'region',
  'disorder', 'condition', 'year',
  'income', 'item', 'model', 'category', 'color', 'colour', 'dish', 'animal', 'song', 'album', 'book', 'movie', 'film', 'airline',
  'department', 'sku', 'variety', 'station',
  'store', 'shop', 'restaurant', 'hotel', 'venue', 'project', 'course', 'drug', 'plant', 'host', 'server', 'table', 'column', 'field',
  'sheet', 'bank', 'organization',
  'organisation', 'institution', 'institute', 'inst', 'college', 'university', 'clinic', 'lab', 'laboratory', 'facility', 'center',
  'centre', 'pharmacy', 'museum', 'theatre', 'theater', 'church', 'island', 'volcano', 'peak', 'trail', 'beach', 'reservoir', 'dam', 'farm',
  'agency', 'vendor', 'supplier', 'carrier', 'vessel', 'ship', 'boat', 'aircraft', 'river',
  'lake', 'mountain', 'park', 'building',
  'property', 'policy', 'plan', 'service', 'account', 'branch', 'district', 'province', 'village', 'neighborhood', 'neighbourhood',
  'borough', 'cemetery', 'gene', 'protein',
  'produto', 'producto', 'prodotto', 'produit', 'produkt', 'artikel', 'article', 'articolo', 'articulo', 'artículo', 'artigo', 'empresa',
  'entreprise', 'azienda', 'firma', 'bedrijf',
  'unternehmen', 'ville', 'commune', 'comune', 'ciudad', 'cidade', 'stadt', 'ort', 'gemeinde', 'plaats', 'miasto', 'pays', 'pais', 'país',
  'paese', 'land', 'kraj', 'ecole', 'école',
  'escola', 'escuela', 'scuola', 'schule', 'fichier', 'arquivo', 'archivo', 'datei', 'rue', 'calle', 'rua', 'via', 'strasse', 'straße',
  'station', 'gare', 'municipio', 'município',
  'departement', 'département', 'provincia', 'estado', 'region', 'région', 'canton', 'kanton', 'marca', 'marque', 'marke', 'modelo',
  'modele', 'modèle', 'equipo', 'equipe', 'équipe',
  'verein', 'curso', 'proyecto', 'projet', 'projekt', 'projeto', 'partido', 'parti', 'partei', 'organismo', 'scientific', 'common',
  'latin', 'botanical', 'stage', 'method', 'function',
  'class', 'job', 'task', 'metric', 'feature', 'parameter', 'variable', 'component', 'module', 'package', 'library', 'process', 'tool',
  'program', 'programme', 'campaign', 'game',
  'league', 'club', 'tournament', 'stadium', 'genre', 'label', 'node', 'cluster', 'currency', 'asset', 'stock', 'fund', 'party',
  'disease', 'trial', 'sponsor', 'website', 'site',
  '公司', '企业', '产品', '商品', '品牌', '学校', '城市', '编号', '身份证', '电话', '年龄', '性别', '地址', '科室', '部门', '医院', '银行', '项目', '名称', '会社名', '商品名', '品名',
  'repo', 'repository', 'stop', 'line', 'merchant', 'track', 'test', 'compound', 'star', 'category name', 'brand name', 'display', 'font',
  'theme', 'market', 'sector',
  'industry', 'street name', 'county name', 'area', 'zone', 'ward', 'commodity', 'crop', 'instrument', 'dataset', 'experiment', 'sample',
  'section', 'topic', 'channel', 'show', 'series', 'episode',
  'character', 'pokemon', 'planet', 'galaxy', 'element', 'chemical', 'mineral', 'bird', 'fish', 'dinosaur', 'virus', 'ingredient',
  'recipe', 'food', 'drink', 'beer', 'wine', 'cheese', 'cereal',
];

/** Columns beside which a name is that of a place. */
export const ABOUT_PLACES: readonly string[] = ['population', 'pop', 'elevation', 'iata', 'icao', 'fips', '人口', '海拔'];

/** Names of columns that hold whole names of persons. */
export const FULL_NAME_WORDS: readonly string[] = [
  'full name', 'fullname', 'person', 'person name', 'patient', 'patient name', 'customer name', 'customer', 'client name',
  'employee name', 'employee', 'student name',
  'student', 'teacher', 'contact name', 'contact person', 'user name', 'member name', 'owner name', 'owner', 'guest name',
  'passenger name', 'passenger', 'applicant', 'manager',
  'supervisor', 'nurse', 'cardholder', 'account holder', 'beneficiary', 'doctor', 'physician', 'driver name', 'driver', 'candidate name', 'candidate',
  'respondent', 'defendant', 'plaintiff', 'victim', 'suspect', 'resident', 'tenant', 'landlord', 'spouse', 'husband', 'wife', 'mother',
  'father', 'child name', 'next of kin',
  'emergency contact', 'recipient', 'sender', 'signatory', 'player name', 'player', 'coach', 'legal name', 'display name', 'real name',
  'survivor', 'donor', 'payee',
  'cust nm', 'cust name', 'client nm', 'nominee', 'nominee name', 'insured', 'insured name', 'borrower', 'borrower name', 'tenant name',
  'father name', 'fathers name', 'mother name',
  'mothers name', 'spouse name', 'doctor name', 'physician name', 'attending physician', 'teacher name', 'emp name', 'cust full name',
  'account holder name', 'cardholder name',
  'beneficiary name', 'manager name', 'kontaktperson', '고객명', '환자명', '受取人', '顧客名', '担当者', '担当者名', 'vollständiger name',
  'vollstandiger name', 'kundenname', 'kunde', 'ansprechpartner', 'mitarbeiter', 'inhaber', 'nom complet', 'nom et prenom', 'nom prenom',
  'titulaire', 'client', 'patiente',
  'nombre completo', 'nombre y apellidos', 'nombre y apellido', 'cliente', 'titular', 'paciente', 'empleado', 'nome completo',
  'nome e cognome', 'nominativo', 'funcionario',
  'funcionário', 'volledige naam', 'klant', 'klantnaam', 'imie i nazwisko', 'imię i nazwisko', 'klient', 'pracownik', 'фио', 'ф и о',
  'клиент', 'сотрудник', 'пациент',
  'піб', 'ad soyad', 'adı soyadı', 'fullt namn', 'jmeno a prijmeni', 'jméno a příjmení', 'ονοματεπωνυμο', 'ονοματεπώνυμο',
  'họ và tên', 'họ tên', 'ho ten', 'nama lengkap', 'ชื่อ นามสกุล', 'पूरा नाम', 'الاسم الكامل', 'שם מלא', '氏名', '名前', 'お名前',
  'フルネーム', '성명', '姓名', '联系人', '户主', '客户名', '患者', '法人', '负责人', '收件人', '收货人', '学生', '员工', 'xm', 'xingming', 'lxr', 'khxm', 'fzr', 'fio',
];

/** Names of columns that hold given names. */
export const GIVEN_NAME_WORDS: readonly string[] = [
  'first name', 'firstname', 'fname', 'f name', 'given name', 'givenname', 'forename', 'middle name', 'middlename', 'nickname',
  'preferred name', 'vorname', 'rufname', 'prenom',
  'prénom', 'primer nombre', 'voornaam', 'roepnaam', 'imie', 'imię', 'имя', 'отчество', "ім'я", 'fornamn', 'förnamn', 'fornavn',
  'etunimi', 'jmeno', 'jméno',
  'keresztnev', 'keresztnév', 'prenume', 'nama depan', 'प्रथम नाम', 'الاسم الأول', 'שם פרטי', '名字', 'firstnm', 'first nm', 'fst nm',
  'mname', 'm name', 'fnm', 'given nm', 'gname', 'given', 'name first', '名', 'メイ', 'име', 'prenom client', 'nombre pila', 'nombre de pila', 'nome proprio', 'utónév',
];

/** Names of columns that hold family names. */
export const FAMILY_NAME_WORDS: readonly string[] = [
  'last name', 'lastname', 'lname', 'l name', 'surname', 'family name', 'familyname', 'nachname', 'familienname', 'zuname', 'geburtsname',
  'nom de famille',
  'nom famille', 'nom de naissance', 'apellido', 'apellidos', 'primer apellido', 'segundo apellido', 'cognome', 'sobrenome', 'apelido',
  'achternaam', 'nazwisko', 'фамилия', 'прізвище',
  'soyad', 'soyadı', 'efternamn', 'etternavn', 'efternavn', 'sukunimi', 'prijmeni', 'příjmení', 'priezvisko', 'vezeteknev', 'vezetéknév',
  'nume de familie', 'επώνυμο', 'επωνυμο',
  'họ', 'nama belakang', 'उपनाम', 'اللقب', 'اسم العائلة', 'שם משפחה', 'نام خانوادگی', '姓', '姓氏', '苗字', '성', 'lastnm', 'last nm', 'lnm', 'sname', 'fam name', 'family nm', 'lst nm',
  'maiden name', 'mothers maiden name', 'name last', 'apellido paterno', 'apellido materno', 'nome de familia', 'セイ', '姓（漢字）',
];

/** The word for a name in many languages: alone it may be the name of anything. */
export const GENERIC_NAME_WORDS: readonly string[] = [
  'name', 'nm', 'nombre', 'nombres', 'nome', 'nom', 'naam', 'namn', 'navn', 'nimi', 'nama', 'nev', 'név', 'nume', 'isim', 'नाम', 'ชื่อ', 'نام',
  'الاسم', 'שם', '이름', 'tên', 'όνομα', 'ονομα',
];
