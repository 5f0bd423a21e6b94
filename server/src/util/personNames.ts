/** Given names of one word in lower case: the commonest of several decades in English, Spanish, French, German, Italian, Indian, Arabic and Slavic use. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set((
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth '
  + 'kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory '
  + 'frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith '
  + 'christian roger noah gerald carl terry sean arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy '
  + 'ralph randy eugene vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy '
  + 'betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela '
  + 'shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce '
  + 'virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn '
  + 'janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla '
  + 'alexis lori liam mason lucas oliver leo oscar harry charlie fred alfred steve tom tim jim bob bill mike dave dan ben sam alex max chris tony nick matt '
  + 'greg jeff ken ron don ted ned ian neil colin simon stuart graham nigel trevor derek martin hugo felix kate jane lucy ella mia amelia chloe sophie zoe lily '
  + 'antonio manuel francisco carlos luis miguel pedro javier fernando jorge alejandro sergio rafael pablo diego ricardo eduardo roberto andres mario alberto '
  + 'carmen ana isabel dolores pilar lucia elena rosa juana marta paula silvia beatriz raquel monica gabriela valentina camila daniela sofia joao paulo tiago '
  + 'pierre jacques michel philippe alain nicolas laurent christophe julien sebastien guillaume mathieu antoine francois nathalie isabelle sylvie camille celine '
  + 'hans klaus jurgen stefan andreas wolfgang uwe dieter bernd jens sven lars jan lukas jonas finn sabine petra monika ursula renate claudia katrin birgit anja '
  + 'giuseppe giovanni luca marco andrea francesco alessandro lorenzo matteo paolo roberta giulia chiara francesca alessia martina federica bjorn erik anders nils '
  + 'amit rahul raj rajesh sanjay vijay anil sunil ravi suresh ramesh deepak arjun rohan priya anjali pooja neha sunita kavita lakshmi divya ananya aisha fatima '
  + 'mohammed muhammad mohamed ahmed ali omar hassan hussein ibrahim khalid yusuf mustafa mehmet ayse emre layla maryam zainab noor ivan dmitri sergei vladimir '
  + 'alexei nikolai olga natalia svetlana tatiana irina ekaterina piotr tomasz andrzej krzysztof agnieszka katarzyna hiroshi takashi yuki kenji akira sakura '
  + 'jamal latoya tyrone darnell marcus andre rodney calvin dwight howard leonard norman clarence ernest stanley earl curtis glenn travis derrick leroy gilbert '
  + 'edgar hector raul ruben ramon ernesto arturo armando enrique julio cesar oscar salvador felipe gustavo guillermo alfredo angel jesus ignacio emil erich'
).split(' '));

/** The hundred commonest family names of China (Ministry of Public Security, 2020), and those of two characters. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严赖覃洪武莫孔',
);
const DOUBLE_SURNAMES = new Set('欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 端木 百里 南宫 独孤'.split(' '));

/** Ends of words that begin like a name: cities, streets, companies, colours. */
const NOT_A_NAME = /[市省区县镇乡村路街道店厂司局院校色类型款州城港]$/u;

/** A Chinese personal name: a common family name and one or two characters, or parts joined by a dot as minorities and foreigners write them. */
export function isChineseName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8}){1,3}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || NOT_A_NAME.test(text)) return false;
  return DOUBLE_SURNAMES.has(text.slice(0, 2)) ? text.length >= 3 : text.length <= 3 && SURNAMES.has(text.charAt(0));
}

/** A name of a person in Latin script: words with a capital first or throughout, initials, and what stands inside names. */
export const isNameShaped = (text: string): boolean => NAME.test(text.trim());

const WORD = "(?:\\p{Lu}(?:\\p{Ll}|['’-]\\p{L})+(?:\\p{Lu}\\p{Ll}+)?(?:['’-]\\p{Lu}\\p{Ll}+)*|\\p{Lu}{2,}(?:['’-]\\p{Lu}+)*|\\p{Lu}['’]\\p{Lu}\\p{Ll}+)";
const INSIDE = `(?:${WORD}|\\p{Lu}\\.?|d[aeiou]s?|del|von|van|der|den|bin|ibn|al|la|le|y|e)`;
const NAME = new RegExp(`^(?:(?:Mrs?|Ms|Miss|Dr|Prof)\\.? )?${WORD}(?:,? ${INSIDE}){0,4}(?:,? (?:Jr|Sr|I{2,3}|IV)\\.?)?$`, 'u');
