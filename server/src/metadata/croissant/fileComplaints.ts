import { name, say, value as quote } from '../../core/message.ts';
import type { Complaint } from '../../core/standard.ts';
import { objectOf, textOf } from '../document/shape.ts';
import { complain, eachShouldBe, isText, multilingual, replaceBy, required, shouldBeText, single } from './complain.ts';
import { DIGEST_BYTES, digestIn, type DigestProperty } from './digest.ts';
import type { Model, Part } from './model.ts';
import { referenceComplaint } from './referenceComplaints.ts';
import { sourceComplaints } from './sourceComplaints.ts';
import { typeComplaint } from './typeComplaint.ts';
import { referenceOf, thingOf } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** What is to be said of files and sets of files. */
export function fileComplaints(model: Model): readonly Complaint[] {
  const strangers = model.dataset.all('distribution').filter(({ value }) => !objectOf(value));
  return [
    ...strangers.map(({ path }) => complain('schema', path, 'value', say`${name('distribution')} holds objects of the type ${name('FileObject')} or ${name('FileSet')}`)),
    ...model.resources.flatMap(part => onePart(part, model)),
  ];
}

function onePart(part: Part, model: Model): readonly Complaint[] {
  const { thing, kind } = part;
  if (!kind) return [typeComplaint(part, ['FileObject', 'FileSet'], model)];
  return [
    ...typeOfDraft(part, model),
    ...(kind === 'FileObject' ? fileObject(part, model) : fileSet(part)),
    ...required(thing, 'encodingFormat'),
    ...eachShouldBe(thing, 'encodingFormat', isText, shouldBeText),
    ...multilingual(thing, 'name', model.version === '1.1'),
    ...multilingual(thing, 'description', model.version === '1.1'),
    ...sizeComplaints(part),
    ...containerComplaints(part, model),
  ];
}

/** Files had a type of schema.org in version 0.8, which schema.org does not have. */
function typeOfDraft({ thing, kind }: Part, { context, version }: Model): readonly Complaint[] {
  const written = textOf(thing.object['@type']);
  if (version !== '0.8' || written === undefined || !context.term(written).startsWith('sc:')) return [];
  const prefix = Object.keys(context.given).find(key => context.term(`${key}:`) === 'ml:') ?? 'cr';
  const right = `${prefix}:${kind}`;
  const path = [...thing.node, '@type'];
  return [complain('deprecated', path, 'value', say`Since 1.0 this type is Croissant's own: ${name(right)}`, replaceBy(path, right))];
}

/** A file of its own needs an address and, unless the dataset goes on changing, something to check the download by. */
function fileObject({ thing }: Part, { dataset }: Model): readonly Complaint[] {
  const inside = thing.get('containedIn') !== undefined;
  const isLive = dataset.get('isLiveDataset')?.value === true;
  const hasDigest = thing.get('sha256') !== undefined || thing.get('md5') !== undefined;
  return [
    ...(inside ? [] : required(thing, 'contentUrl')),
    ...(inside || isLive || hasDigest ? [] : [complain('schema', thing.node, 'key', say`${name('sha256')} or ${name('md5')} is missing here and has to be given`)]),
    ...eachShouldBe(thing, 'contentUrl', isText, shouldBeText),
    ...single(thing, 'contentUrl'),
    ...digestComplaints(thing.text('encodingFormat')?.startsWith('git') === true ? [] : ['sha256', 'md5'], { thing }),
  ];
}

/** A repository has no digest of its own, so anything is written there. */
function digestComplaints(properties: readonly DigestProperty[], { thing }: Pick<Part, 'thing'>): readonly Complaint[] {
  return properties.flatMap(property => {
    const entry = thing.get(property);
    if (!entry || digestIn(entry, property) !== undefined) return [];
    if (textOf(entry.value) === undefined) return [complain('schema', entry.path, 'value', shouldBeText(property))];
    const length = DIGEST_BYTES[property] * 2;
    return [complain('ignored', entry.path, 'value', say`A digest of ${name(property)} has ${length} hexadecimal digits; with this one nothing can be checked`)];
  });
}

function fileSet({ thing }: Part): readonly Complaint[] {
  // Lines of a manifest name the files themselves.
  const isListed = thing.all('containedIn').some(({ value }) => objectOf(value) !== undefined && !('@id' in (objectOf(value) ?? {})));
  return [...(isListed ? [] : required(thing, 'includes')), ...['includes', 'excludes'].flatMap(property => eachShouldBe(thing, property, isText, shouldBeText))];
}

const SIZE = /^\s*\d+(?:[.,]\d+)?\s*(?:[kKMGTPE]i?)?(?:[bB](?:ytes?)?)?\s*$/;

function sizeComplaints({ thing }: Part): readonly Complaint[] {
  const entry = thing.get('contentSize');
  if (!entry || typeof entry.value === 'number' || SIZE.test(textOf(entry.value) ?? '')) return [];
  return [complain('ignored', entry.path, 'value', say`${name('contentSize')} is a number of bytes, such as ${quote('117743 B', -1)}`)];
}

/** A container is a file or a set of files, named by its id, or a source that is taken from one. */
function containerComplaints({ thing }: Part, model: Model): readonly Complaint[] {
  return thing.all('containedIn').flatMap(entry => {
    const object = objectOf(entry.value);
    if (!referenceOf(entry) && object) return sourceComplaints(thingOf(object, entry.path, model.context, USUAL.Source), model, 'containedIn');
    return referenceComplaint(entry, ['FileObject', 'FileSet'], model);
  });
}
