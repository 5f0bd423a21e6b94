import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'sexual-orientation',
  title: 'sexual orientation',
  category: 'user.demographic.sexual_orientation',
  role: 'sensitive',
  nameHints: [
    'orientación sexual', 'orientacion sexual', 'orientamento sessuale', 'sexuelle orientierung',
    'sexual orientation', 'orientation', 'sexuality', '性取向'],
  values: 'heterosexual|homosexual|bisexual|straight|gay|lesbian|asexual|pansexual|queer|other|unknown|异性恋|同性恋|双性恋|'
    + 'prefer not to say',
});
