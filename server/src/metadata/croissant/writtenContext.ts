/** The context the specification recommends (Croissant 1.1, appendix 1), with the prefix of schema.org as readers compare it. */
export const WRITTEN_CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries([
    'annotation', 'arrayShape', 'citeAs', 'column', 'containedIn', 'equivalentProperty', 'excludes', 'extract', 'field', 'fileObject', 'fileProperty', 'fileSet', 'format',
    'includes', 'isArray', 'isLiveDataset', 'jsonPath', 'key', 'md5', 'parentField', 'readLines', 'recordSet', 'references', 'regex', 'sdVersion', 'separator', 'source',
    'subField', 'transform', 'unArchive', 'value',
  ].map(term => [term, `cr:${term}`])),
};
