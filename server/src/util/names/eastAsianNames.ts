import { wordFilter } from '../wordFilter.ts';
import filters from './names.json' with { type: 'json' };

/** The family names of China that nine hundred and ninety of a thousand people bear, in simplified and traditional characters (Ministry of Public Security, 2020). */
const CHINESE = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛'
  + '闫閻阎段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗'
  + '谷盛曲翁冉骆駱蓝路游辛靳欧管柴蒙鲍華华喻祁蒲房滕屈饶解牟艾尤阳時时穆农司卓古吉缪简车項项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡'
  + '鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭',
);
const CHINESE_DOUBLE = new Set('欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 端木 百里 南宫 独孤 轩辕 申屠 闻人 鲜于 司空 淳于 單于 澹台 钟离 張簡 范姜'.split(' '));

/** Characters that given names are made of, the commonest ones of several generations. */
const CHINESE_GIVEN = new Set(
  '伟偉芳娜敏静靜秀英丽麗强強磊军軍洋勇艳艷杰傑娟涛濤明超霞平刚剛桂兰蘭玉华華建国國志红紅文辉輝鹏鵬玲海燕云雲波丹萍鑫俊峰龙龍飞飛凤鳳梅林琴香莲蓮珍荣榮爱愛春美宁寧倩莉欣怡婷雪思佳嘉雨轩軒涵晨晓曉东東梓浩宇子博一诺诗詩萱梦夢'
  + '琪瑶瑤颖穎慧琳洁潔淑惠雅馨可心妍悦悅彤昊天睿泽澤皓哲宏清永德福贵貴生金良新庆慶成兴興世光亮祥义義仁信忠诚誠康安邦振宗继繼先学學少卫衛民权權业業立正群友兵斌彬豪毅凯凱恒恆坤达達胜勝利家豫彦彥晶莹瑩蕾薇蓉茜菲芬芸芝苗'
  + '若蓝冰月星阳陽旭昕景昌昱时時晖暉冬夏秋南北西江河湖泉源润潤澜宜静莎瑞璐瑾瑜珊琼瓊珠宝寶玥钰鈺铭銘锋鋒钢鋼锐銳鸿鴻鹤鶴翔翠竹松柏桐森枫楓楠榕樱柳杨凌寒素碧青绍紹维維士奇松年长長寿松元开啟启航远遠逸致卓然尔凡川山石岩'
  + '岚嵐巧妮妹姣娇嬌娅婉媛嫣姗姿好如意贤賢勤俭朴淳甜恬润滢滿满冠培堂基伯仲叔季孝友芷茹荷萌葵蕙乐樂舒音韵韻琦璇璟瑄璋宸宣宛容宾賓尧堯希帆广廣延弘彩影律念恩惟慈懿承振捷政敬斯方旺易映晏智曼朋朗朝杏梁棋森沁沛法泓洪涓淇淳'
  + '渊渝湘溪漫灵靈炎炫炳烨焕煜熙然照献玮珂琛甫用男留百益盈真知祎禄福科程稳童竣笑筠策简粤紫红纯绮绣缘罡羽耀聪肖育胤臻航舟良艺藝苏英莺菁菊华蓓蔚虎虹裕言诚语语谦豐豊赋赞超路辰迪逊连進进道遥邦郎重钧钊铁镇长闯陆雄雁雯霄霏霖韬顺颂风驰骏高魁麟黎默齐',
);

/** Ends of words that begin like a name: cities, streets, companies, colours. */
const NOT_A_NAME = /[市省区區县縣镇鎮乡鄉村路街道店厂廠司局院校色类類型款州港部组組]$/u;

/** A Chinese personal name: a family name and one or two characters that given names have, or parts joined by a dot as minorities and foreigners write them. */
export function isChineseName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,3}$/u.test(text)) return true;
  const joined = text.replace(/^(\p{Script=Han}{1,2})[ \u3000](?=\p{Script=Han}{1,2}$)/u, '$1');
  if (!/^\p{Script=Han}{2,4}$/u.test(joined) || NOT_A_NAME.test(joined)) return false;
  const family = CHINESE_DOUBLE.has(joined.slice(0, 2)) && joined.length >= 3 ? 2 : CHINESE.has(joined.charAt(0)) ? 1 : 0;
  const given = [...joined.slice(family)];
  return family > 0 && given.length >= 1 && given.length <= 2 && given.some(character => CHINESE_GIVEN.has(character));
}

/** A Chinese given name alone: one or two characters that given names have. */
export const isChineseGivenName = (text: string): boolean => /^\p{Script=Han}{1,2}$/u.test(text) && [...text].every(character => CHINESE_GIVEN.has(character));
/** A Chinese family name alone. */
export const isChineseFamilyName = (text: string): boolean => CHINESE.has(text) || CHINESE_DOUBLE.has(text);

const JAPANESE = wordFilter(filters.japaneseFamily);
const JAPANESE_PLACE = /[市区町村県府都駅店線社部課山川島]$/u;

/** A Japanese personal name: a family name of the list and a given name, with or without a space between; or both in katakana. */
export function isJapaneseName(text: string): boolean {
  const [family = '', given = '', ...more] = text.split(/[ \u3000・]/u);
  if (more.length > 0) return false;
  if (given !== '') return isJapanesePart(family) && isJapanesePart(given) && (JAPANESE.has(family) || JAPANESE.has(given) || /^[\p{Script=Katakana}ー]+$/u.test(text.replace(/[ \u3000]/u, '')));
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ヶー]{3,6}$/u.test(text) || JAPANESE_PLACE.test(text)) return false;
  return [1, 2, 3].some(length => text.length - length >= 1 && text.length - length <= 3 && length > 1 && JAPANESE.has(text.slice(0, length)));
}

export const isJapaneseFamilyName = (text: string): boolean => text.length <= 4 && JAPANESE.has(text);
const isJapanesePart = (text: string): boolean => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ヶー]{1,6}$/u.test(text);

/** The family names that ninety-nine of a hundred Koreans bear (Statistics Korea, 2015), and those of two syllables. */
const KOREAN = new Set('김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간'.split(''));
const KOREAN_DOUBLE = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방'.split(' '));
/** Syllables that given names are made of. */
const KOREAN_GIVEN = new Set(
  ('영윤현은연지호정재준한수예진하아성원희민혜우주이승유인서솔훈찬태경상규효동세설기선형헌혁슬해미림환율리석용채린명빈후소란종범래애자일엽완화숙나철시건욱섭다비언관식권라보휘순신오창겸송례홍초광향담웅운람옥택제모균령강춘치백덕학무문본혀'
    + '산월남복길국근만병봉삼수숙식심양옥위을익점조중필행헌협홍황훈휴희').split(''),
);

/** A Korean personal name: a family name and one or two syllables that given names have. */
export function isKoreanName(text: string): boolean {
  const joined = text.replace(/^(\p{Script=Hangul}{1,2}) (?=\p{Script=Hangul}{1,2}$)/u, '$1');
  if (!/^\p{Script=Hangul}{2,4}$/u.test(joined)) return false;
  const family = KOREAN_DOUBLE.has(joined.slice(0, 2)) && joined.length > 2 ? 2 : KOREAN.has(joined.charAt(0)) ? 1 : 0;
  const given = [...joined.slice(family)];
  return family > 0 && given.length >= 1 && given.length <= 2 && given.every(syllable => KOREAN_GIVEN.has(syllable));
}

/** A Korean given name alone. */
export const isKoreanGivenName = (text: string): boolean => /^\p{Script=Hangul}{2}$/u.test(text) && [...text].every(syllable => KOREAN_GIVEN.has(syllable));
