/**
 * Names of the Croissant vocabulary, 0.8 to 1.1, with the vocabularies for responsible AI and for places, and those of schema.org that describe
 * datasets and files (https://docs.mlcommons.org/croissant, https://schema.org/Dataset).
 */

/** Properties without which a description says nothing of its files and records: readers cannot do without their place in the context. */
export const STRUCTURAL: ReadonlySet<string> = new Set([
  'recordSet', 'field', 'dataType', 'source', 'extract', 'column', 'jsonPath', 'fileProperty', 'fileObject', 'fileSet', 'includes', 'data', 'key',
  'references', 'subField', 'parentField', 'transform', 'regex', 'separator', 'replace', 'format', 'repeated', 'isArray', 'arrayShape',
]);

/** The other properties of the namespace of Croissant. `value`, `containedIn` and `md5` are read from schema.org, too. */
const OTHER_TERMS = [
  'annotation', 'citeAs', 'containedIn', 'equivalentProperty', 'examples', 'excludes', 'isEnumeration', 'isLiveDataset', 'md5', 'path', 'readLines',
  'samplingRate', 'sdVersion', 'unArchive', 'value', 'applyTransform', 'dataBiases', 'dataCollection', 'personalSensitiveInformation',
];

/** Names both vocabularies have: which of the two a document means is nobody's mistake. */
export const SHARED: ReadonlySet<string> = new Set(['value', 'containedIn', 'md5', 'path', 'dataBiases', 'dataCollection', 'personalSensitiveInformation']);

export const CROISSANT_TERMS: ReadonlySet<string> = new Set([...STRUCTURAL, ...OTHER_TERMS]);

/** Classes of the namespace of Croissant that can be the type of a field or of records. */
export const CROISSANT_TYPES: readonly string[] = [
  'BoundingBox', 'Float16', 'Float32', 'Float64', 'Int8', 'Int16', 'Int32', 'Int64', 'UInt8', 'UInt16', 'UInt32', 'UInt64', 'Label', 'RecordSet',
  'SegmentationMask', 'Split', 'TestSplit', 'TrainingSplit', 'ValidationSplit',
];

/** Types of schema.org that values of a field commonly have. */
export const COMMON_TYPES: readonly string[] = [
  'AudioObject', 'Boolean', 'Date', 'DateTime', 'Enumeration', 'Float', 'GeoCoordinates', 'GeoShape', 'ImageObject', 'Integer', 'Number', 'Text', 'Time',
  'URL', 'VideoObject',
];

/** Types that say what stands in a value; the others only say what it means, or what it is for. */
export const VALUE_TYPES: ReadonlySet<string> = new Set([
  ...COMMON_TYPES.filter(type => type !== 'Enumeration').map(type => `sc:${type}`),
  ...CROISSANT_TYPES.filter(type => !['Label', 'RecordSet', 'SegmentationMask'].includes(type)).flatMap(type => [`cr:${type}`, `ml:${type}`]),
]);

/** What other languages call those types. */
export const FOREIGN_TYPES: Readonly<Record<string, string>> = {
  string: 'Text', str: 'Text', char: 'Text', varchar: 'Text', int: 'Integer', long: 'Integer', bool: 'Boolean', double: 'Float', decimal: 'Float', timestamp: 'DateTime',
  uri: 'URL', image: 'ImageObject', audio: 'AudioObject', video: 'VideoObject',
};

export const FILE_PROPERTIES: readonly string[] = ['content', 'filename', 'filepath', 'fullpath', 'lines', 'lineNumbers'];

/** Properties for responsible AI, version 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html). */
export const RAI_TERMS: readonly string[] = [
  'annotationsPerItem', 'annotatorDemographics', 'dataAnnotationAnalysis', 'dataAnnotationPlatform', 'dataAnnotationProtocol', 'dataBiases', 'dataCollection',
  'dataCollectionMissingData', 'dataCollectionRawData', 'dataCollectionTimeFrame', 'dataCollectionTimeframe', 'dataCollectionType', 'dataDataManipulationProtocol',
  'dataImputationProtocol', 'dataLimitations', 'dataManipulationProtocol', 'dataPreprocessingProtocol', 'dataReleaseMaintenancePlan', 'dataSocialImpact',
  'dataUseCases', 'machineAnnotationTools', 'personalSensitiveInformation', 'hasSyntheticData',
];

/** Properties of schema.org that a dataset, a file or a part of them can have, so that they are not taken for slips of the pen. */
export const SCHEMA_TERMS: readonly string[] = [
  'about', 'abstract', 'accessMode', 'accountablePerson', 'acquireLicensePage', 'additionalType', 'aggregateRating', 'alternateName', 'alternativeHeadline',
  'associatedMedia', 'audience', 'author', 'award', 'bitrate', 'character', 'citation', 'comment', 'commentCount', 'conditionsOfAccess', 'contentLocation',
  'contentRating', 'contentSize', 'contentUrl', 'contributor', 'copyrightHolder', 'copyrightNotice', 'copyrightYear', 'countryOfOrigin', 'creativeWorkStatus',
  'creator', 'creditText', 'dataset', 'dateCreated', 'dateModified', 'datePublished', 'description', 'digitalSourceType', 'disambiguatingDescription',
  'discussionUrl', 'distribution', 'duration', 'editor', 'email', 'embedUrl', 'encodesCreativeWork', 'encoding', 'encodingFormat', 'endTime', 'expires', 'fileFormat',
  'funder', 'funding', 'genre', 'hasPart', 'headline', 'height', 'identifier', 'image', 'inLanguage', 'includedInDataCatalog', 'ineligibleRegion', 'interpretedAsClaim',
  'isAccessibleForFree', 'isBasedOn', 'isPartOf', 'issn', 'keywords', 'learningResourceType', 'license', 'locationCreated', 'mainEntity', 'mainEntityOfPage',
  'maintainer', 'maxValue', 'measurementMethod', 'measurementTechnique', 'mentions', 'minValue', 'name', 'owner', 'playerType', 'position', 'potentialAction', 'producer',
  'productionCompany', 'provider', 'publication', 'publisher', 'publishingPrinciples', 'recordedAt', 'regionsAllowed', 'requiresSubscription', 'review', 'sameAs',
  'schemaVersion', 'sdDatePublished', 'sdLicense', 'sdPublisher', 'sha256', 'size', 'source', 'sourceOrganization', 'spatial', 'spatialCoverage', 'sponsor', 'startTime',
  'subjectOf', 'teaches', 'temporal', 'temporalCoverage', 'text', 'thumbnail', 'thumbnailUrl', 'timeRequired', 'translator', 'type', 'typicalAgeRange', 'uploadDate',
  'unitCode', 'unitText', 'url', 'usageInfo', 'variableMeasured', 'variablesMeasured', 'version', 'video', 'width', 'workExample', 'workTranslation',
];

/** Names that are right somewhere, so that they are never taken for another one. */
export const KNOWN_TERMS: ReadonlySet<string> = new Set([...CROISSANT_TERMS, ...SCHEMA_TERMS, 'conformsTo']);

/** Names of Croissant that stand in an object of one kind; what is nearly one of them is taken for a slip. */
export const USUAL = {
  Dataset: [
    'name', 'description', 'license', 'url', 'creator', 'publisher', 'keywords', 'datePublished', 'dateCreated', 'dateModified', 'version', 'distribution',
    'recordSet', 'citeAs', 'isLiveDataset', 'conformsTo', 'sameAs', 'sdLicense', 'sdVersion', 'inLanguage',
  ],
  Resource: ['name', 'description', 'contentUrl', 'contentSize', 'encodingFormat', 'sha256', 'md5', 'containedIn', 'includes', 'excludes', 'sameAs'],
  RecordSet: ['name', 'description', 'field', 'key', 'data', 'dataType', 'examples', 'annotation'],
  Field: [
    'name', 'description', 'dataType', 'source', 'references', 'subField', 'parentField', 'repeated', 'isArray', 'arrayShape', 'equivalentProperty', 'value', 'annotation',
  ],
  Source: ['fileObject', 'fileSet', 'field', 'recordSet', 'extract', 'transform', 'format', 'samplingRate'],
  Extract: ['column', 'fileProperty', 'jsonPath'],
  Transform: ['regex', 'separator', 'replace', 'jsonPath', 'format', 'unArchive', 'readLines'],
};
