import type { ColumnPrivacy, Contact, Identifiability, PrivacyDescription, PurposeDescription, Recipient, Safeguards, Technique, Transfer } from '../../core/annotation.ts';
import { TECHNIQUES } from '../../core/annotation.ts';
import type { Description, FieldDescription, ResourceDescription } from '../../core/description.ts';
import { LEGAL_BASES, SPECIAL_BASES, SPECIAL_CLASSES } from '../../privacy/taxonomy/laws.ts';
import { TECHNIQUE_TERMS } from '../../privacy/taxonomy/techniques.ts';
import { DATA_SUBJECTS, DATA_USES } from '../../privacy/taxonomy/uses.ts';
import { compact, type JsonObject } from '../document/shape.ts';
import { Graph, type GraphNode } from './graph.ts';
import { categoryOf, KINDS, ORIGINS, TRANSFER_GROUNDS } from './terms.ts';

/** The first process of a document that is part of no other; `undefined` where there is none. */
export function readProcess(document: JsonObject): Description | undefined {
  const graph = new Graph(document);
  const isProcess = ({ types }: GraphNode): boolean => PROCESSES.some(one => types.includes(one));
  const inner = new Set(graph.roots.flatMap(root => graph.nodes(root, 'dpv:hasProcess')));
  const process = graph.roots.find(root => isProcess(root) && !inner.has(root));
  return process && new ProcessReader(graph, process).read();
}

const PROCESSES = ['dpv:Process', 'dpv:PersonalDataHandling', 'dpv:PersonalDataProcess'];

/** Columns written by us say by their name which table they are of; those of others are of one. */
const TABLE = /^_:t(\d+)c\d+$/;

class ProcessReader {
  readonly #graph: Graph;
  readonly #process: GraphNode;

  constructor(graph: Graph, process: GraphNode) {
    [this.#graph, this.#process] = [graph, process];
  }

  read(): Description {
    const privacy = this.#dataset();
    return {
      resources: this.#tables(),
      ...compact({ name: this.#text('dct:identifier'), title: this.#text('dct:title'), description: this.#text('dct:description'), privacy }),
    };
  }

  #text(property: string): string | undefined {
    return this.#graph.text(this.#process, property);
  }

  #tables(): readonly ResourceDescription[] {
    const columns = this.#graph.nodes(this.#process, 'dpv:hasPersonalData').filter(node => this.#graph.text(node, 'dct:title') !== undefined);
    const tableOf = ({ id = '' }: GraphNode): number => Number(TABLE.exec(id)?.[1] ?? 0);
    const tables = Math.max(-1, ...columns.map(tableOf)) + 1;
    return Array.from({ length: tables }, (_, i) => ({ name: '', paths: [], node: [], fields: columns.filter(node => tableOf(node) === i).map(node => this.#column(node)) }));
  }

  #column(node: GraphNode): FieldDescription {
    const { types, path } = node;
    const techniques = this.#graph.terms(node, 'dpv:hasTechnicalMeasure').flatMap(term => techniqueOf(term) ?? []);
    const period = this.#period(node);
    const special = SPECIAL_CLASSES.flatMap(({ id, dpv }) => (dpv !== undefined && types.includes(`eu-gdpr:${dpv}`) ? [id] : []));
    const purposes = this.#purposeNodes().filter(([, process]) => this.#graph.nodes(process, 'dpv:hasPersonalData').includes(node)).map(([use]) => use);
    const privacy: ColumnPrivacy = {
      node: path,
      ...compact({
        category: this.#graph.text(node, 'dct:subject') ?? categoryOf(types), role: types.includes('dpv:IdentifyingPersonalData') ? 'direct-identifier' as const : undefined,
        classification: types.includes('dpv:ConfidentialData') ? 'confidential' as const : undefined,
        special: special.length > 0 ? special : undefined, identifiability: kindOf(types), origin: keyOf(ORIGINS, types),
        transform: techniques[0] === undefined ? undefined : { technique: techniques[0] }, retention: period === undefined ? undefined : { period },
        purposes: purposes.length < this.#purposeNodes().length ? purposes : undefined,
      }),
    };
    const description = this.#graph.text(node, 'dct:description');
    return { name: this.#graph.text(node, 'dct:title') ?? '', type: 'any', constraints: {}, node: path, privacy, ...(description !== undefined && { description }) };
  }

  #dataset(): PrivacyDescription {
    const graph = this.#graph;
    const from = this.#process;
    const places = graph.nodes(from, 'dpv:hasStorageCondition').flatMap(one => this.#places(one));
    const [dpia] = graph.nodes(from, 'dpv:hasImpactAssessment');
    const [period, safeguards] = [this.#period(from), this.#safeguards()];
    return {
      node: from.path, raw: {}, purposes: this.#purposeNodes().map(([use, node]) => this.#purpose(use, node)),
      ...compact({
        controller: this.#contact('dpv:hasDataController'), dpo: this.#contact('dpv:hasDataProtectionOfficer'), representative: this.#contact('dpv:hasRepresentative'),
        subjects: some(graph.terms(from, 'dpv:hasDataSubject').flatMap(term => DATA_SUBJECTS.find(({ dpv }) => `dpv:${dpv}` === term)?.id ?? [])),
        jurisdictions: some(placesIn(graph.terms(from, 'dpv:hasJurisdiction'))), storage: some(places), recipients: some(this.#recipients()), transfers: some(this.#transfers()),
        identifiability: keyOf(KINDS, graph.terms(from, 'dpv:hasData')), retention: period === undefined ? undefined : { period },
        dpia: dpia && compact({ ref: graph.text(dpia, 'dct:source'), date: graph.text(dpia, 'dct:date') }),
        safeguards, differentialPrivacy: graph.terms(from, 'dpv:hasTechnicalMeasure').includes('dpv:DifferentialPrivacy') ? {} : undefined,
      }),
    };
  }

  #processes(): readonly GraphNode[] {
    return this.#graph.nodes(this.#process, 'dpv:hasProcess');
  }

  /** Purposes and the processes they are of; a process without any inside of it has its own. */
  #purposeNodes(): readonly (readonly [use: string, node: GraphNode])[] {
    return [...this.#processes(), this.#process].flatMap(node => this.#graph.nodes(node, 'dpv:hasPurpose').slice(0, 1).map(purpose => [useOf(purpose, this.#graph), node] as const));
  }

  #purpose(use: string, node: GraphNode): PurposeDescription {
    const grounds = this.#graph.terms(node, 'dpv:hasLegalBasis');
    const idIn = (terms: typeof LEGAL_BASES): string | undefined => terms.find(({ dpv }) => dpv !== undefined && grounds.includes(`eu-gdpr:${dpv}`))?.id;
    const description = node === this.#process ? undefined : this.#graph.text(node, 'dct:description');
    return { node: node.path, use, ...compact({ description, legalBasis: idIn(LEGAL_BASES), specialBasis: idIn(SPECIAL_BASES) }) };
  }

  #transfers(): readonly Transfer[] {
    const graph = this.#graph;
    const moving = this.#processes().filter(node => graph.terms(node, 'dpv:hasProcessing').includes('dpv:Transfer'));
    return moving.flatMap(node => this.#places(node).map((to): Transfer => {
      const grounds = graph.terms(node, 'dpv:hasLegalBasis');
      return { to, ...compact({ mechanism: keyOf(TRANSFER_GROUNDS, grounds), ref: graph.text(node, 'dct:source') }) };
    }));
  }

  #recipients(): readonly Recipient[] {
    return this.#graph.nodes(this.#process, 'dpv:hasRecipient').map(node => compact({ name: this.#graph.text(node, 'dpv:hasName'), country: this.#places(node)[0] }));
  }

  #contact(property: string): Contact | undefined {
    const [node] = this.#graph.nodes(this.#process, property);
    if (!node) return undefined;
    const ways = node.properties.get('dpv:hasContact')?.filter(one => typeof one === 'string') ?? [];
    return compact({
      name: this.#graph.text(node, 'dpv:hasName'), email: ways.find(one => one.includes('@')), address: this.#graph.text(node, 'dpv:hasAddress'), phone: ways.find(one => !one.includes('@')),
    });
  }

  #safeguards(): Safeguards | undefined {
    const measures = this.#graph.nodes(this.#process, 'dpv:hasTechnicalMeasure');
    const wordsOf = (type: string): string | undefined => {
      const measure = measures.find(({ types }) => types.includes(type));
      return measure && (this.#graph.text(measure, 'dct:description') ?? 'yes');
    };
    const found = compact({ encryptionAtRest: wordsOf('dpv:EncryptionAtRest'), encryptionInTransit: wordsOf('dpv:EncryptionInTransfer'), access: wordsOf('dpv:AccessControlMethod') });
    return Object.keys(found).length > 0 ? found : undefined;
  }

  #period(node: GraphNode): string | undefined {
    const durations = this.#graph.nodes(node, 'dpv:hasStorageCondition').flatMap(one => this.#graph.nodes(one, 'dpv:hasDuration'));
    return durations.flatMap(one => this.#graph.text(one, 'rdf:value') ?? [])[0];
  }

  #places(node: GraphNode): readonly string[] {
    return placesIn(this.#graph.terms(node, 'dpv:hasLocation'));
  }
}

const some = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);
const placesIn = (terms: readonly string[]): readonly string[] => terms.flatMap(term => (term.startsWith('loc:') ? [term.slice('loc:'.length)] : []));

/** The key of the table whose term is among them. */
function keyOf<K extends string>(table: Readonly<Partial<Record<K, string>>>, terms: readonly string[]): K | undefined {
  for (const key in table) if (terms.includes(table[key] ?? '')) return key;
  return undefined;
}

/** Every column is personal data; that it is no other kind says nothing. */
const kindOf = (types: readonly string[]): Identifiability | undefined => keyOf(KINDS, types.filter(type => type !== 'dpv:PersonalData'));

/** Our own word for a use where the document has it, else the one whose term it is, else the term. */
function useOf(purpose: GraphNode, graph: Graph): string {
  const [term = purpose.id ?? ''] = purpose.types;
  return graph.text(purpose, 'dct:title') ?? DATA_USES.find(({ dpv }) => `dpv:${dpv}` === term)?.id ?? term;
}

const techniqueOf = (term: string): Technique | undefined => TECHNIQUES.find(one => `dpv:${TECHNIQUE_TERMS[one].dpv}` === term);
