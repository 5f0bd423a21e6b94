import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'street-address',
  title: 'street address',
  category: 'user.contact.address.street',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 8 && bytes <= 160,
  accepts: text => FORMS.some(({ may, form }) => may.test(text) && form.test(text)),
  company: {
    of: ['person-name', 'given-name', 'family-name', 'named-person', 'city', 'postal-code', 'email', 'national-phone'],
    likeness: ({ texts, repeats }) => {
      const streets = shareOf(texts, text => STREET.test(text));
      return repeats < 4 && streets >= 0.5 && shareOf(texts, text => /\p{L}{3}/u.test(text) && !text.includes('@')) >= 0.9 ? streets : 0;
    },
  },
  chance: 0.01,
  threshold: 0.7,
  nameHints: [
    'voie', 'logradouro', 'txdz', 'jtzz', 'dz', 'home addr', 'cust address',
    'address', 'street', 'street address', 'addr', 'address1', 'address line', 'home address', 'mailing address', 'billing address',
    'shipping address', 'residence', 'adresse', 'anschrift', 'strasse', 'straße', 'rue', 'direccion', 'dirección', 'domicilio',
    'indirizzo', 'endereco', 'endereço', 'adres',
    'address2', 'addr1', 'addr2', 'adr', 'adr1', 'adres zamieszkania', 'ulica', 'street name', 'residential address', 'permanent address',
    'current address', 'postal address', 'mailing addr', 'улица', 'адрес', 'адреса', 'gata', 'gatuadress', 'adresse1', 'osoite', 'adresa', 'ulice',
    'cím', 'lakcím', 'διεύθυνση', 'διευθυνση', 'địa chỉ', 'alamat', 'पता', 'العنوان', 'عنوان', 'כתובת', 'آدرس', 'نشانی', 'ที่อยู่', '住所', '現住所',
    '주소', '주소지', 'adresi', 'strada', 'domicile',
  ],
  vetoWords: [...ABOUT_WORDS, 'email', 'e', 'mail', 'ip', 'mac', 'web', 'url', 'wallet', 'contract', 'memory'],
  mask: text => `${/^\d/.test(text) ? '••• •••' : '••• ••'}`,
});

const ENGLISH = 'street|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|square|sq|terrace|way|parkway|pkwy|highway|hwy|circle|cir|trail|close|crescent|mews';
const FRENCH = 'rue|avenue|boulevard|place|allée|chemin|impasse|quai|cours';
const GERMANIC = 'str(?:a(?:ss|ß)e|\\.)|weg|platz|allee|gasse|straat|laan|gatan|vägen';
const SOUTHERN = 'calle|c\\/|avenida|avda\\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa|ul\\.';

/** Forms, each with what a text must have for it at least: patterns of letters of all scripts take long to be made ready, and most texts need none. */
const FORMS: readonly { readonly may: RegExp; readonly form: RegExp }[] = [
  { may: /^\d/, form: new RegExp(`^\\d{1,6}[a-z]?(?:[-/]\\d{1,5})?,? (?:[\\p{L}\\d.'’-]+ ){1,5}(?:${ENGLISH})\\b(?=[.,]? |[.,]?$).{0,100}$`, 'iu') },
  { may: /^\d/, form: new RegExp(`^\\d{1,4}(?: bis| ter)?,? (?:${FRENCH}) \\p{L}.{1,100}$`, 'iu') },
  { may: / \d/, form: new RegExp(`^(?:\\p{L}[\\p{L}.'’-]* ){0,3}\\p{L}*(?:${GERMANIC}) \\d{1,4} ?[a-z]?\\b.{0,100}$`, 'iu') },
  { may: /\d/, form: new RegExp(`^(?:${SOUTHERN}) \\p{L}.{1,60}\\d{1,5}.{0,60}$`, 'iu') },
  { may: /^\d/, form: /^\d{1,6} block of \p{L}.{2,80}$/iu },
  { may: / (?:&|and) /i, form: new RegExp(`^(?:near )?[\\p{L}\\d .]{2,40} (?:&|and) [\\p{L}\\d .]{1,40} (?:${ENGLISH}|streets|avenues|roads)\\.?$`, 'iu') },
  { may: /^p/i, form: /^p\.? ?o\.? box \d{1,7}\b.{0,80}$/i },
];

/** The word for a street in many languages, where it stands in theirs: before the name, behind it, or at its end. */
const STREET = new RegExp(
  `^(?:${SOUTHERN}|${FRENCH}|jl\\.?|jalan|gg\\.|ulica|al\\.|os\\.|ул\\.?|улица|пр\\.|đường|strada|str\\.|praça|estrada|largo|ladeira|`
  + 'av\\.?|carrera|cra\\.?|vicolo|route|lieu-dit) \\p{L}|'
  + '^\\S.*\\p{L}(?:straat|weg|laan|plein|gracht|kade|gatan|gata|gade|vej|veien|vegen|väg|katu|tie|strasse|straße|gasse|allee|platz|damm|ring|'
  + 'ufer)\\.? \\d{1,4} ?[a-z]?\\b|'
  + `\\p{L} (?:${ENGLISH}|grove|gardens?|rise|hill|walk|alley|loop|plaza|point|ridge|run|bend|cove|utca|út|tér|sokak|caddesi|mah\\.|cad\\.|`
  + 'sok\\.)\\.?(?:$|[ ,])|'
  + '\\p{Script=Han}(?:路|街|道|巷|弄|村|镇|号|號|丁目|番地|町|大字)|\\p{Script=Hangul}(?:로|길|동) ?\\d', 'iu',
);
