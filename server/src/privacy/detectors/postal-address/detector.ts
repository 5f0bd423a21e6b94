import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'postal-address',
  title: 'postal address',
  category: 'user.contact.address',
  role: 'direct-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 6 && bytes <= 240,
  accepts: text => /\p{L}{2}/u.test(text) && /[\d,\n]|\p{L}+ \p{L}+/u.test(text) && !/@|:\/\//.test(text),
  together: texts => texts.length >= 4 && texts.filter(text => HOUSE.test(text)).length >= texts.length * 0.75 && new Set(texts.map(text => text.replace(/\d+/g, ''))).size >= texts.length * 0.6,
  chance: 0.3,
  threshold: 0.6,
  nameHints: [
    'home address', 'street address', 'mailing address', 'billing address', 'shipping address', 'delivery address', 'residential address',
    'permanent address', 'current address', 'postal address', 'postanschrift', 'wohnadresse', 'adresse postale', 'adresse domicile',
    'adresse de livraison', 'dirección postal', 'domicilio', '住址', '住所', '联系地址', '收货地址', '现住址', '家庭住址', '通讯地址', '주소지',
  ],
  amongPeople: [
    'address', 'addresses', 'address1', 'address2', 'address line', 'address line 1', 'address line 2', 'addr', 'addr1', 'addr2', 'adr',
    'adr1', 'street', 'street name', 'adresse', 'anschrift', 'strasse', 'straße', 'rue', 'direccion', 'dirección', 'calle', 'endereco',
    'endereço', 'rua', 'logradouro', 'indirizzo', 'via', 'adres', 'ulica', 'straat', 'адрес', 'адреса', 'улица', 'вулиця', 'gata',
    'gatuadress', 'osoite', 'adresa', 'ulice', 'cím', 'lakcím', 'διεύθυνση', 'διευθυνση', 'địa chỉ', 'alamat', 'पता', 'العنوان', 'عنوان',
    'כתובת', 'آدرس', 'نشانی', 'ที่อยู่', '地址', '住所', '주소', 'adresi', 'strada', 'domicile', 'place of residence', 'residence',
  ],
  vetoWords: [...ABOUT_WORDS, 'email', 'e', 'mail', 'ip', 'mac', 'web', 'url', 'wallet', 'contract', 'memory', 'city', 'state', 'country', 'zip'],
  mask: () => '••• •••',
});

/** A house number before two words or behind one, or Chinese, Japanese and Korean forms. */
const HOUSE = /^\d{1,5}[a-z]?,? \p{L}[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){1,5}$|^(?:[\p{L}\p{M}'’.,-]+ ){1,5}(?:no\.? ?)?\d{1,5}[a-z]?$|\p{Script=Han}\d{1,5}(?:号|號|番)|丁目|(?:로|길) ?\d/iu;
