import type { Complaint } from '../../core/standard.ts';
import { list, name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { parseFormula } from '../../util/formula/parse.ts';
import { mostSimilar } from '../../util/similar.ts';
import { textOf, type JsonObject } from '../document/shape.ts';
import { complain, setTo } from './complain.ts';
import { checksOf } from './readChecks.ts';

/** Checks of a resource that cannot be made as they are written, and those that are none here: anybody may add kinds of their own. */
export function checkComplaints(resource: JsonObject, node: NodePath): readonly Complaint[] {
  return checksOf(resource, node).flatMap(([check, at]) => {
    const kind = textOf(check['type']);
    if (kind === undefined || !MADE.includes(kind)) return typeComplaint(kind ?? '', [...at, 'type']);
    if (kind === 'deviated-value') return averageComplaint(textOf(check['average']) ?? 'mean', [...at, 'average']);
    return kind === 'row-constraint' ? formulaComplaint(textOf(check['formula']), at) : [];
  });
}

/** Kinds of checks that are made, some of them whether or not they are asked for. */
const MADE = [
  'ascii-value', 'baseline', 'deviated-cell', 'deviated-value', 'duplicate-row', 'forbidden-value', 'required-value', 'row-constraint', 'sequential-value', 'table-dimensions',
  'truncated-value',
];

function typeComplaint(kind: string, path: NodePath): readonly Complaint[] {
  if (kind === '') return [];
  const meant = mostSimilar(kind, MADE);
  if (meant === undefined) return complain(path, 'value', say`Checks of the type ${quote(kind, -1)} are not made here`, { kind: 'unchecked' });
  return complain(path, 'value', say`No check is called ${quote(kind, -1)}; did you mean ${quote(meant, -1)}?`, { fix: setTo(path, meant, say`Replace with ${quote(meant, -1)}`) });
}

const AVERAGES = ['mean', 'median', 'mode'];

function averageComplaint(average: string, path: NodePath): readonly Complaint[] {
  if (average === 'mode') return complain(path, 'value', say`Deviations from the commonest value are not checked here`, { kind: 'unchecked' });
  return AVERAGES.includes(average) ? [] : complain(path, 'value', say`${name('average')} should be one of ${list(AVERAGES.map(one => quote(one, -1)))}`);
}

function formulaComplaint(formula: string | undefined, node: NodePath): readonly Complaint[] {
  if (formula === undefined) return complain(node, 'key', say`${name('formula')} is missing here and has to be given`);
  return parseFormula(formula) ? [] : complain([...node, 'formula'], 'value', say`This formula is not checked: it calls a function, or is no condition on the fields of a row`, { kind: 'unchecked' });
}
