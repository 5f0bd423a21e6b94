import type { Complaint } from '../../core/standard.ts';
import { list, name, say } from '../../core/message.ts';
import type { JsonObject } from '../document/shape.ts';
import { contextOf, type Context } from './context.ts';

/** What is to be said against a description. */
export function croissantComplaints(root: JsonObject): readonly Complaint[] {
  const context = contextOf(root['@context']);
  return [...namespaceComplaints(context), ...datasetComplaints(root, context)];
}

/** The namespace of version 0.8, where the document declares it. */
function namespaceComplaints({ given, term }: Context): readonly Complaint[] {
  const old = Object.keys(given).filter(key => term(`${key}:`) === 'ml:');
  return old.map(key => ({
    kind: 'deprecated', path: ['@context', key], part: 'value', message: say`This is the vocabulary of Croissant 0.8; since 1.0 it is ${name('http://mlcommons.org/croissant/')}`,
  }));
}

/** Properties the specification asks for and readers do without. */
const WANTED = ['license', 'creator', 'datePublished', 'version'];

function datasetComplaints(root: JsonObject, { term }: Context): readonly Complaint[] {
  const there = new Set(Object.keys(root).map(term));
  const missing = [...WANTED.filter(key => !there.has(`sc:${key}`)), ...(there.has('cr:citeAs') || there.has('sc:citation') ? [] : ['citeAs'])];
  if (missing.length === 0) return [];
  return [{ kind: 'recommended', path: [], part: 'key', message: say`${list(missing.map(name))} should be given here` }];
}
