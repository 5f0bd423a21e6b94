import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { besidePersons } from '../../../util/personWords.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'job-title',
  title: 'occupation',
  category: 'user.job_title',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 160,
  accepts: text => /^\p{L}[\p{L}\p{M}\d'’.,()&/ +-]{1,100}$/u.test(text),
  together: texts => texts.filter(text => JOBS.test(text)).length >= Math.max(3, texts.length * 0.4),
  company: {
    of: ['person-name', 'named-person', 'given-name', 'family-name', 'cn-person-name', 'email', 'marital-status', 'income'],
    overrules: ['city', 'region'],
    likeness: ({ texts }) => {
      const jobs = shareOf(texts, text => JOBS.test(text));
      const isShort = shareOf(texts, text => text.length <= 60 && !/[.!?@]/.test(text)) >= 0.9;
      return isShort && texts.length >= 2 && jobs >= (texts.length < 8 ? 0.5 : 0.3) ? jobs : 0;
    },
  },
  chance: 0.3,
  threshold: 0.6,
  nameHints: [
    'metier', 'employment', 'emp title', 'occupation desc', 'profession libérale',
    'job title', 'jobtitle', 'occupation', 'profession', 'job position', 'employment title', 'career', 'beruf', 'berufsbezeichnung',
    'métier', 'ocupación', 'ocupacion', 'profesión', 'profesion', 'profissão', 'profissao', 'professione', 'beroep', 'zawód', 'zawod',
    'профессия', 'професія', 'meslek', 'yrke', 'ammatti', 'povolání', 'foglalkozás', 'ocupație', 'ocupatie', 'επάγγελμα', 'nghề nghiệp',
    'pekerjaan', 'व्यवसाय', 'पेशा', 'المهنة', 'الوظيفة', 'شغل', 'מקצוע', 'อาชีพ', '职业', '职务', '职位', '職業', '職種', '직업', '직책', '직위',
  ],
  amongPeople: [
    'job', 'title', 'position', 'designation', 'job role', 'role', 'occ', 'trade', 'function', 'stelle', 'funktion', 'fonction', 'poste',
    'cargo', 'puesto', 'mansione', 'functie', 'stanowisko', 'должность', 'посада', 'unvan', 'titel', 'befattning', '岗位', '职称', '役職',
  ],
  beside: besidePersons(['job', 'job title', 'occupation', 'profession', 'employee', 'player', 'position']),
  vetoNeighbours: ['player', 'team', 'club', 'league', 'caps', 'goals'],
  vetoWords: [
    ...ABOUT_WORDS, 'id', 'code', 'number', 'count', 'cron', 'run', 'queue', 'group', 'book', 'movie', 'song', 'film', 'film title',
    'album', 'course', 'document', 'page',
  ],
  mask: text => `${[...text][0] ?? ''}•••`,
});

const JOBS = new RegExp(
  '(?:^|[^\\p{L}])(?:engineer|manager|analyst|developer|teacher|nurse|officer|assistant|director|specialist|coordinator|consultant|'
  + 'technician|clerk|supervisor|administrator|accountant|designer|driver|sales|representative|executive|president|'
  + 'architect|scientist|associate|lawyer|attorney|doctor|physician|surgeon|professor|lecturer|operator|worker|agent|'
  + 'planner|strategist|inspector|mechanic|electrician|programmer|secretary|cashier|chef|cook|police|firefighter|librarian|'
  + 'therapist|pharmacist|researcher|editor|writer|artist|farmer|retired|student|unemployed|laborer|foreman|superintendent|'
  + 'dispatcher|custodian|aide|chief|captain|sergeant|lieutenant|paramedic|counsel|partner|intern|trainee|owner|founder|ceo|'
  + 'cto|cfo|ingenieur|leiter|berater|entwickler|lehrer|arzt|verkäufer|mechaniker|sachbearbeiter|kaufmann|kauffrau|'
  + 'ingénieur|directeur|responsable|chef|technicien|comptable|avocat|médecin|professeur|infirmier|infirmière|ingeniero|'
  + 'gerente|director|abogado|médico|profesor|enfermero|contador|técnico|analista|engenheiro|advogado|professor|enfermeiro|'
  + 'motorista|ingegnere|impiegato|operaio|medico|avvocato|insegnante|inżynier|kierownik|nauczyciel|lekarz|księgowy|инженер|'
  + 'менеджер|директор|учитель|врач|бухгалтер|водитель|программист|工程师|经理|主管|教师|医生|护士|会计|销售|助理|总监|专员|司机|律师|エンジニア|コンサルタント|'
  + 'craftsm[ae]n|clerical|managerial|labou?rers|operatives|livreur|vendeu[rs]|chauffeur|ouvri|stagiaire|conducteur|coordenador|'
  + 'desenvolvedor|estagiári|especialista|vendedor|asesor|文员|职员|主任|店长|店員|社員|'
  + 'マネージャー|教師|医師|看護師|会社員|엔지니어|매니저|교사|의사|간호사|관리자)', 'iu',
);
