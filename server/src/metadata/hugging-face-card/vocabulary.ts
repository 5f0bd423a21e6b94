/** What the Hub takes for `license` (https://huggingface.co/docs/hub/repositories-licenses). */
export const LICENCES: readonly string[] = (
  'apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause '
  + 'bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 '
  + 'cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl '
  + 'ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc h-research intel-research lppl-1.3c ms-pl '
  + 'apple-ascl apple-amlr mpl-2.0 odc-by odbl openmdw-1.0 openrail++ osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl lgpl-lr deepfloyd-if-license '
  + 'fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma unknown other'
).split(' ');

/** Identifiers of the Hub that SPDX writes otherwise. */
export const SPDX: ReadonlyMap<string, string> = new Map([['odc-by', 'ODC-By-1.0'], ['odbl', 'ODbL-1.0'], ['pddl', 'PDDL-1.0'], ['lgpl-lr', 'LGPLLR'], ['c-uda', 'C-UDA-1.0']]);

/** Identifiers of the Hub that SPDX does not have: families, and licences of single companies. */
export const NOT_IN_SPDX: ReadonlySet<string> = new Set((
  'openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m bsd cc gpl lgpl gfdl h-research intel-research apple-ascl apple-amlr openmdw-1.0 '
  + 'openrail++ deepfloyd-if-license fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma unknown other'
).split(' '));

/** Size classes by the number of examples, each with its bounds. */
export const SIZES: ReadonlyMap<string, readonly [least: number, below: number]> = new Map([
  ['unknown', [0, Infinity]], ['n<1K', [0, 1e3]], ['1K<n<10K', [1e3, 1e4]], ['10K<n<100K', [1e4, 1e5]], ['100K<n<1M', [1e5, 1e6]], ['1M<n<10M', [1e6, 1e7]],
  ['10M<n<100M', [1e7, 1e8]], ['100M<n<1B', [1e8, 1e9]], ['1B<n<10B', [1e9, 1e10]], ['10B<n<100B', [1e10, 1e11]], ['100B<n<1T', [1e11, 1e12]], ['n>1T', [1e12, Infinity]],
]);

/** Tasks a dataset can be for (https://huggingface.co/tasks). */
export const TASK_CATEGORIES: readonly string[] = (
  'any-to-any audio-classification audio-text-to-text audio-to-audio automatic-speech-recognition biology conversational depth-estimation document-question-answering '
  + 'feature-extraction fill-mask graph-ml image-classification image-feature-extraction image-segmentation image-text-to-image image-text-to-text image-text-to-video '
  + 'image-to-3d image-to-image image-to-text image-to-video keypoint-detection mask-generation multiple-choice object-detection other question-answering '
  + 'reinforcement-learning robotics sentence-similarity summarization table-question-answering table-to-text tabular-classification tabular-regression '
  + 'tabular-to-text text-classification text-generation text-ranking text-retrieval text-to-3d text-to-audio text-to-image text-to-speech text-to-video '
  + 'text2text-generation time-series-forecasting token-classification translation unconditional-image-generation video-classification video-text-to-text '
  + 'video-to-video visual-document-retrieval visual-question-answering voice-activity-detection zero-shot-classification zero-shot-image-classification '
  + 'zero-shot-object-detection'
).split(' ');

/** Finer tasks; the Hub takes a task category here, too. */
export const TASK_IDS: readonly string[] = [...new Set([...TASK_CATEGORIES, ...(
  'abstractive-qa acceptability-classification audio-emotion-recognition audio-intent-classification audio-language-identification closed-book-qa closed-domain-qa '
  + 'coreference-resolution dialogue-generation dialogue-modeling document-retrieval entity-linking-classification entity-linking-retrieval explanation-generation '
  + 'extractive-qa face-detection fact-checking fact-checking-retrieval grasping hate-speech-detection image-captioning image-colorization image-inpainting '
  + 'instance-segmentation intent-classification keyword-spotting language-identification language-modeling lemmatization masked-language-modeling '
  + 'multi-class-classification multi-class-image-classification multi-input-text-classification multi-label-classification multi-label-image-classification '
  + 'multiple-choice-coreference-resolution multiple-choice-qa multivariate-time-series-forecasting named-entity-recognition natural-language-inference '
  + 'news-articles-headline-generation news-articles-summarization open-book-qa open-domain-abstractive-qa open-domain-qa panoptic-segmentation parsing '
  + 'part-of-speech pose-estimation rdf-to-text semantic-segmentation semantic-similarity-classification semantic-similarity-scoring sentiment-analysis '
  + 'sentiment-classification sentiment-scoring slot-filling speaker-identification super-resolution tabular-multi-class-classification '
  + 'tabular-multi-label-classification tabular-single-column-regression task-planning text-scoring text-simplification topic-classification '
  + 'univariate-time-series-forecasting utterance-retrieval vehicle-detection word-sense-disambiguation'
).split(' ')])];

export const CREATORS: readonly string[] = ['found', 'crowdsourced', 'expert-generated', 'machine-generated', 'other'];
export const ANNOTATORS: readonly string[] = ['found', 'crowdsourced', 'expert-generated', 'machine-generated', 'no-annotation', 'other'];
export const MULTILINGUALITIES: readonly string[] = ['monolingual', 'multilingual', 'translation', 'other'];

/** ISO 639-1, with the few codes that were withdrawn and are still in use. */
const TWO_LETTERS: ReadonlySet<string> = new Set((
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv '
  + 'ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my '
  + 'na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr '
  + 'ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
).split(' '));

/** Codes that are offered; there are many more of three letters. */
export const LANGUAGES: readonly string[] = [...TWO_LETTERS, 'code', 'multilingual'];

/** True for a two-letter code of ISO 639-1, any three letters (ISO 639-3 has nearly 8,000 of them), and the words the Hub takes in their place. */
export const isLanguage = (code: string): boolean => TWO_LETTERS.has(code) || /^[a-z]{3}$/.test(code) || code === 'code' || code === 'multilingual' || code === 'unknown';

const NAMES: ReadonlyMap<string, string> = new Map((
  'arabic ar,bengali bn,bulgarian bg,catalan ca,chinese zh,mandarin zh,croatian hr,czech cs,danish da,dutch nl,english en,estonian et,finnish fi,french fr,german de,greek el,'
  + 'hebrew he,hindi hi,hungarian hu,icelandic is,indonesian id,irish ga,italian it,japanese ja,korean ko,latin la,latvian lv,lithuanian lt,malay ms,marathi mr,norwegian nb,'
  + 'persian fa,farsi fa,polish pl,portuguese pt,punjabi pa,romanian ro,russian ru,serbian sr,slovak sk,slovenian sl,spanish es,swahili sw,swedish sv,tagalog tl,tamil ta,'
  + 'telugu te,thai th,turkish tr,ukrainian uk,urdu ur,vietnamese vi,welsh cy,yoruba yo,zulu zu,cn zh,jp ja,kr ko,中文 zh,英文 en,英语 en,汉语 zh,日语 ja,deutsch de,français fr,español es'
).split(',').map(pair => [pair.slice(0, pair.lastIndexOf(' ')), pair.slice(pair.lastIndexOf(' ') + 1)] as const));

/** The code meant by the name of a language, by a tag with a region (`zh-CN`) or by capitals. */
export function languageMeant(given: string): string | undefined {
  const lower = given.trim().toLowerCase();
  const primary = lower.split(/[-_]/)[0] ?? '';
  return NAMES.get(lower) ?? (primary !== given && TWO_LETTERS.has(primary) ? primary : undefined);
}
