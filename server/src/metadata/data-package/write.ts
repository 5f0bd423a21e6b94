import type {
  ColumnPrivacy, Constraints, Description, FieldDescription, ForeignKeyDescription, MlDescription, PrivacyDescription, ResourceDescription, SplitsDescription,
} from '../../core/description.ts';
import type { WrittenDescription } from '../../core/standard.ts';
import type { Json } from '../../core/problem.ts';
import { compact, objectOf } from '../document/shape.ts';

/** A new Data Package 2.0 document: JSON with two spaces and a line end at its end. */
export function writePackage(description: Description): WrittenDescription {
  const { name, title, privacy, ml } = description;
  const root = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...compact({ name, title }),
    resources: description.resources.map(writeResource),
    ...compact({ privacy: privacy && writePrivacy(privacy), ml: ml && writeMl(ml) }),
  };
  return { text: `${JSON.stringify(root, null, 2)}\n`, lost: [] };
}

function writeResource({ name, paths, encoding, dialect, fields, fieldsMatch, missingValues, primaryKey, uniqueKeys, foreignKeys }: ResourceDescription): object {
  const schema = fieldsMatch && {
    fields: fields.map(writeField),
    ...compact({ fieldsMatch: fieldsMatch === 'exact' ? undefined : fieldsMatch, missingValues, primaryKey, uniqueKeys, foreignKeys: foreignKeys?.map(writeForeignKey) }),
  };
  return compact({
    name,
    path: paths.length === 1 ? paths[0] : paths.length === 0 ? undefined : paths,
    type: schema && 'table',
    encoding,
    dialect: dialect && compact({ delimiter: dialect.delimiter, quoteChar: dialect.quote, header: dialect.header }),
    schema,
  });
}

const writeForeignKey = ({ fields, resource, reference }: ForeignKeyDescription): object =>
  ({ fields, reference: { ...(resource !== '' && { resource }), fields: reference } });

function writeField({ name, type, format, title, description, constraints, missingValues, privacy, lexical }: FieldDescription): object {
  return compact({
    name,
    title,
    description,
    type: type === 'any' ? undefined : type,
    format,
    ...lexical,
    missingValues,
    constraints: hasAny(constraints) ? constraints : undefined,
    privacy: privacy && writeColumnPrivacy(privacy),
  });
}

const hasAny = (constraints: Constraints): boolean => Object.values(constraints).some(value => value !== undefined);

const writeColumnPrivacy = ({ category, type, role, notPersonal }: ColumnPrivacy): object => compact({ category, type, role, notPersonal });

/** What was read and not interpreted is kept; what is interpreted wins. */
function writePrivacy({ personalData, purposes, raw }: PrivacyDescription): Json {
  const kept = objectOf(raw) ?? {};
  const old = Array.isArray(kept['purposes']) ? kept['purposes'] : [];
  const written = purposes.map(({ use, legalBasis }, i): Json => ({ ...objectOf(old[i]), use, ...(legalBasis !== undefined && { legalBasis }) }));
  return { ...kept, ...(personalData && { personalData }), ...((written.length > 0 || 'purposes' in kept) && { purposes: written }) };
}

const writeMl = ({ task, target, features, ignore, group, time, groups, splits }: MlDescription): object =>
  compact({ task, target, features, ignore, group, time, groups, splits: splits && writeSplits(splits) });

const writeSplits = ({ column, parts, rows }: SplitsDescription): object =>
  compact({ column, ...parts, rows: Object.keys(rows).length > 0 ? rows : undefined });
