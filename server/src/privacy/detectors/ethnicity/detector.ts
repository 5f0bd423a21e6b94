import { ANIMALS, areSaidOf, listDetector } from '../../../util/listDetector.ts';
import { besidePersons } from '../../../util/personWords.ts';

const RACE: readonly string[] = ['race', 'ethnicity', 'race ethnicity', 'eth', 'ethn', 'raza', 'cor', 'rasse'];

/** What hardly anything but an origin is called. */
const ORIGIN = new RegExp(
  '^(?:non[- ])?(?:hisp(?:anic)?(?![a-z])|latin[oax]|caucasian|african|afro|asian|native american|american indian|alaska native|pacific islander|amer-indian|aborigin|maori|'
  + 'black (?:or |/)?african|black (?:british|caribbean)|white (?:british|irish|non)|mestizo|mulat|pardo|preto|parda|preta|'
  + 'branco|branca|indígena|indigena|汉族|回族|藏族|满族|壮族|苗族)'
  + '|^(?:汉|[\\u4e00-\\u9fff]{1,4}族)$', 'iu',
);

export default listDetector({
  id: 'ethnicity',
  title: 'ethnic origin',
  category: 'user.demographic.race_ethnicity',
  role: 'sensitive',
  vetoNeighbours: [...ANIMALS, 'lap', 'laps', 'circuit', 'jockey', 'horse', 'runner', 'finish'],
  amongPeople: RACE,
  beside: besidePersons(RACE),
  coded: true,
  like: ORIGIN,
  together: areSaidOf(ORIGIN, /^(?:black|white|other|others|mixed|unknown|non-?white|non-?black)$/i, 2),
  tellsItself: true,
  company: {
    of: ['gender', 'age', 'person-name', 'named-person', 'given-name', 'family-name', 'birth-date', 'marital-status', 'education'],
    likeness: ({ texts }) => (texts.some(text => WHITE.test(text)) && texts.every(text => PEOPLE.test(text)) ? 0.8 : 0),
  },
  nameHints: [
    'cor raca', 'patient race', 'race desc',
    'ethnicity', 'ethnic', 'ethnic group', 'ethnic origin', 'ethnie', 'etnia', 'raza', '民族', '种族', 'mz', 'minzu'],
  vetoWords: ['time', 'distance', 'date', 'name'],
  values: 'white|black|w|b|a|h|o|others|whites|blacks|nonwhite|non-white|nonblack|non-black|yes|no|asian|hispanic|latino|latina|'
    + 'latinx|caucasian|african american|african-american|native american|'
    + 'american indian|american indian or alaska native|alaska native|pacific islander|native hawaiian|'
    + 'native hawaiian or other pacific islander|asian or pacific islander|asian-pac-islander|amer-indian-eskimo|'
    + 'black or african american|hispanic or latino|not hispanic or latino|non-hispanic|mixed|two or more races|multiracial|'
    + 'other|unknown|chinese|indian|pakistani|bangladeshi|arab|white british|white irish|black african|black caribbean|roma|汉|'
    + '汉族|回族|满族|蒙古族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|羌族|土族|锡伯族|仡佬族',
});

const WHITE = /^(?:non-?)?whites?$/i;
/** Colours that are said of people; things have more of them. */
const PEOPLE = new RegExp(
  '^(?:(?:non-?)?(?:whites?|blacks?)|black or .*|others?|hisp.*|latin.*|asian.*|native.*|mixed|unknown|african.*|.*indian.*|.*islander.*|multi.*|'
  + 'two or more.*|n\\/?a)$', 'i',
);
