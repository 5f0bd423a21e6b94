export default {
  name: 'pandas read + describe', link: 'https://pandas.pydata.org', does: 'count, missing, unique, top, mean, sd, quartiles', reads: ['csv', 'jsonl', 'parquet'], python: 'pandas', slow: true,
};
