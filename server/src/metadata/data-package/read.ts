import type { Description, LicenceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { readDatasetPrivacy } from '../annotation/read.ts';
import { compact, listOf, objectOf, textOf, textsOf } from '../document/shape.ts';
import { extraOf } from './extra.ts';
import type { DocumentKind } from './kinds.ts';
import { readMl } from './readBlocks.ts';
import { readResource } from './readResource.ts';

/** Properties of a package the model has words for; the others are kept as they are. */
const KNOWN = ['name', 'title', 'description', 'version', 'homepage', 'created', 'keywords', 'licenses', 'resources', 'privacy', 'ml', '$schema', 'profile'];

/** Maps a Data Package, of version 2 or with the older forms readers must accept, onto the one model. What is ill-formed is left out. */
export function readPackage(value: Json | undefined): Description {
  const root = objectOf(value) ?? {};
  const contributors = listOf(root['contributors'])?.flatMap(one => textOf(objectOf(one)?.['title']) ?? []);
  return {
    resources: (listOf(root['resources']) ?? []).flatMap((item, i) => readResource(objectOf(item), ['resources', i])),
    ...compact({
      standard: 'data-package', name: textOf(root['name']), title: textOf(root['title']), description: textOf(root['description']),
      version: textOf(root['version']), homepage: textOf(root['homepage']), created: textOf(root['created']),
    }),
    ...compact({
      keywords: textsOf(root['keywords']), licences: readLicences(root['licenses'], ['licenses']), creators: contributors?.length ? contributors : undefined,
      privacy: readDatasetPrivacy(root['privacy'], ['privacy']), ml: readMl(root['ml']), extra: extraOf(root, KNOWN),
    }),
  };
}

/** The description of a document that stands alone, from the package that was put around it: its nodes are those of the document. */
export function readAlone(kind: Exclude<DocumentKind, 'package'>, value: Json): Description {
  const resource = objectOf(listOf(objectOf(value)?.['resources'])?.[0]);
  if (kind === 'resource') return { standard: 'data-package', resources: readResource(resource, []) };
  const described = kind === 'schema' ? readResource(resource, [], []) : [];
  return { standard: 'data-package', resources: described.map(one => ({ ...one, name: '', paths: [] })) };
}

function readLicences(value: Json | undefined, node: NodePath): readonly LicenceDescription[] | undefined {
  return listOf(value)?.flatMap((item, i): readonly LicenceDescription[] => {
    const licence = objectOf(item);
    const read = compact({ id: textOf(licence?.['name']), title: textOf(licence?.['title']), url: textOf(licence?.['path']) });
    return Object.keys(read).length > 0 ? [{ ...read, node: [...node, i], idNode: [...node, i, 'name'] }] : [];
  });
}
