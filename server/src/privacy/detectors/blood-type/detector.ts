import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'blood-type',
  title: 'blood type',
  category: 'user.health_and_medical',
  role: 'sensitive',
  nameHints: [
    'grupo sanguineo', 'grupo sanguíneo', 'tipo sanguineo', 'gruppo sanguigno', 'группа крови', 'bloedgroep', '血液型', '혈액형',
    'blood', 'blood type', 'blood group', 'bloodtype', 'blutgruppe', 'groupe sanguin', '血型', 'xx'],
  vetoWords: ['pressure', 'sugar', 'glucose', 'cell'],
  mask: () => '•••',
  values: 'a|b|ab|o|a+|a-|b+|b-|ab+|ab-|o+|o-|0+|0-|0|a型|b型|ab型|o型|a positive|o positive|a rh+|o rh+',
});
