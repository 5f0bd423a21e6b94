/** Where a dataset comes from: the first one that is there counts, in this order. */
export const SOURCES = ['hf_hub_url', 'ms_hub_url', 'om_hub_url', 'script_url', 'cloud_file_name', 'file_name'] as const;

/** Ways to lay out a conversation. */
export const FORMATS: readonly string[] = ['alpaca', 'sharegpt', 'openai'];

export const KEYS: readonly string[] = [
  ...SOURCES, 'formatting', 'ranking', 'subset', 'split', 'folder', 'num_samples', 'revision', 'columns', 'tags', 'file_sha1', 'dataset_sha1',
];

/** Parts of an example whatever its layout, and those of one layout alone, by the column that holds them. */
export const COMMON: readonly string[] = ['system', 'tools', 'images', 'videos', 'audios', 'chosen', 'rejected', 'kto_tag'];
export const OF_ALPACA: readonly string[] = ['prompt', 'query', 'response', 'history'];
export const OF_MESSAGES: readonly string[] = ['messages'];

export const TAGS: readonly string[] = ['role_tag', 'content_tag', 'user_tag', 'assistant_tag', 'observation_tag', 'function_tag', 'system_tag'];
