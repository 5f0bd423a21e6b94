import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'latin-dni',
  title: 'identity number of a Latin American country (DNI, cédula)',
  basis: 'name',
  length: [6, 14],
  accepts: plain => /^(?:[VE]-?)?(?:\d{1,3}(?:\.\d{3}){2,3}|\d{6,11})(?:-?[\dK])?$/.test(plain),
  chance: 0.1,
  nameHints: [
    'dni', 'cedula', 'cédula', 'cedula de ciudadania', 'cédula de ciudadanía', 'cedula de identidad', 'documento de identidad',
    'numero de documento', 'número de documento', 'nro documento', 'num documento', 'nuip', 'registro geral', 'dui', 'documento identidad',
    'carnet de identidad', '拉丁美洲国家身份号',
  ],
  vetoWords: ['tipo', 'fecha', 'lugar'],
});
