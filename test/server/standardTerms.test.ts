// Terms of the privacy vocabularies in the properties that each standard has for them: offered, explained, and checked at their own node.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

/** `[[` and `]]` stand around a place where something is asked. */
interface Place {
  readonly find: string;
  /** What is offered in place of the text, and what the editor says beside it. */
  readonly offered: readonly [value: string, detail: RegExp];
  /** What is said over the text as it stands. */
  readonly hover: RegExp;
}

interface Sample {
  readonly file: string;
  readonly text: string;
  readonly places: readonly Place[];
  /** A slip of the pen: the text it replaces, what is written, where exactly it is told, and the term that is meant. */
  readonly slips: readonly (readonly [find: string, slip: string, marked: string, meant: string])[];
}

const CONTRACT = `apiVersion: v3.1.0
kind: DataContract
id: people
version: 1.0.0
status: active
schema:
  - name: people
    properties:
      - name: mail
        logicalType: string
        classification: restricted
        tags: [pii, 'gdpr9:health']
        customProperties:
          - property: privacy
            value:
              category: user.contact.email
              special: ['gdpr9:religion']
              transform:
                technique: hashing
      - name: phone
        logicalType: string
        customProperties:
          - property: privacyCategory
            value: user.contact.phone_number
customProperties:
  - property: privacy
    value:
      subjects: [patient]
      purposes:
        - use: train_ai_system
          legalBasis: gdpr:6-1-a
`;

const MANIFEST = `dataset:
  - fides_key: people
    data_subjects: [patient]
    collections:
      - name: people
        fields:
          - name: mail
            data_categories: [user.contact.email]
          - name: more
            fields:
              - name: phone
                data_categories:
                  - user.contact.phone_number
system:
  - fides_key: clinic
    privacy_declarations:
      - name: Training
        data_use: train_ai_system
        legal_basis_for_processing: Legitimate interests
        special_category_legal_basis: Explicit consent
`;

const PROCESS = JSON.stringify({
  '@context': { dpv: 'https://w3id.org/dpv#', pd: 'https://w3id.org/dpv/pd#', 'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#', dct: 'http://purl.org/dc/terms/' },
  '@type': 'dpv:Process',
  'dpv:hasPersonalData': [
    { '@type': ['dpv:IdentifyingPersonalData', 'pd:EmailAddress'], 'dct:title': 'mail' }, { '@type': 'https://w3id.org/dpv/pd#BloodType', 'dct:title': 'blood' },
  ],
  'dpv:hasDataSubject': [{ '@id': 'dpv:Patient' }],
  'dpv:hasProcess': [{ '@type': 'dpv:Process', 'dpv:hasPurpose': { '@type': 'dpv:PaymentManagement' }, 'dpv:hasLegalBasis': [{ '@id': 'eu-gdpr:A6-1-a' }] }],
}, null, 2);

const RAI = JSON.stringify({
  '@context': { '@vocab': 'https://schema.org/', cr: 'http://mlcommons.org/croissant/', rai: 'http://mlcommons.org/croissant/RAI/' }, '@type': 'sc:Dataset', name: 'people',
  conformsTo: 'http://mlcommons.org/croissant/1.0',
  'rai:personalSensitiveInformation': ['mail: user.contact.email', 'user.demographic', 'Some photos show faces.'],
  'rai:dataUseCases': ['train_ai_system: finding visits', 'Not for insurance.'],
}, null, 2);

const SAMPLES: Readonly<Record<string, Sample>> = {
  ODCS: {
    file: 'people.odcs.yaml', text: CONTRACT,
    places: [
      { find: 'user.contact.email', offered: ['user.contact.email', /An e-mail address/], hover: /An e-mail address/ },
      { find: 'user.contact.phone_number', offered: ['user.contact.phone_number', /phone/i], hover: /phone/i },
      { find: 'gdpr9:religion', offered: ['"gdpr9:religion"', /Religious/], hover: /GDPR 9\(1\)/ },
      { find: 'gdpr9:health', offered: ['"gdpr9:health"', /health/], hover: /Data about health/ },
      { find: 'hashing', offered: ['keyed-hashing', /secret key/], hover: /hash/i },
      { find: 'patient', offered: ['patient', /medical care/], hover: /medical care/ },
      { find: 'train_ai_system', offered: ['train_ai_system', /Training a model/], hover: /Training a model/ },
      { find: 'gdpr:6-1-a', offered: ['"gdpr:6-1-a"', /Consent/], hover: /GDPR 6\(1\)\(a\)/ },
    ],
    slips: [
      ['user.contact.email', 'user.contact.emial', 'user.contact.emial', 'user.contact.email'], ['value: user.contact.phone_number', 'value: user.contact.phone_numbr', 'user.contact.phone_numbr', 'user.contact.phone_number'],
      ['gdpr9:health', 'gdpr9:helth', "'gdpr9:helth'", 'gdpr9:health'], ['train_ai_system', 'train_ai_systems', 'train_ai_systems', 'train_ai_system'],
    ],
  },
  Fides: {
    file: 'people.fides.yaml', text: MANIFEST,
    places: [
      { find: 'user.contact.email', offered: ['user.contact.email', /An e-mail address/], hover: /An e-mail address/ },
      { find: 'user.contact.phone_number', offered: ['user.contact.phone_number', /phone/i], hover: /phone/i },
      { find: 'patient', offered: ['patient', /medical care/], hover: /medical care/ },
      { find: 'train_ai_system', offered: ['train_ai_system', /Training a model/], hover: /Training a model/ },
      { find: 'Legitimate interests', offered: ['Public interest', /public interest/], hover: /GDPR 6\(1\)\(f\)/ },
      { find: 'Explicit consent', offered: ['Explicit consent', /Explicit consent/], hover: /GDPR 9\(2\)\(a\)/ },
    ],
    slips: [
      ['user.contact.email', 'user.contact.emial', 'user.contact.emial', 'user.contact.email'], ['patient', 'pateint', 'pateint', 'patient'],
      ['- user.contact.phone_number', '- user.contact.phone_numbr', 'user.contact.phone_numbr', 'user.contact.phone_number'],
      ['data_use: train_ai_system', 'data_use: train_ai_systems', 'train_ai_systems', 'train_ai_system'], ['Legitimate interests', 'Legitimate interest', 'Legitimate interest', 'Legitimate interests'],
    ],
  },
  DPV: {
    file: 'people.dpv.jsonld', text: PROCESS,
    places: [
      { find: 'pd:EmailAddress', offered: ['"pd:EmailAddress"', /e-mail/], hover: /e-mail/ },
      { find: 'https://w3id.org/dpv/pd#BloodType', offered: ['"https://w3id.org/dpv/pd#BloodType"', /Blood Type/], hover: /Blood Type/ },
      { find: 'dpv:Patient', offered: ['"dpv:Patient"', /medical care/], hover: /medical care/ },
      { find: 'dpv:PaymentManagement', offered: ['"dpv:PaymentManagement"', /payments/], hover: /payments/ },
      { find: 'eu-gdpr:A6-1-a', offered: ['"eu-gdpr:A9-2-a"', /Explicit consent/], hover: /GDPR 6\(1\)\(a\)/ },
    ],
    slips: [
      ['pd:EmailAddress', 'pd:EmailAdress', '"pd:EmailAdress"', 'pd:EmailAddress'],
      ['https://w3id.org/dpv/pd#BloodType', 'https://w3id.org/dpv/pd#BloodTyp', '"https://w3id.org/dpv/pd#BloodTyp"', 'https://w3id.org/dpv/pd#BloodType'],
    ],
  },
  'Croissant RAI': {
    file: 'croissant.json', text: RAI,
    places: [
      { find: 'mail: user.contact.email', offered: ['"mail: user.contact.email"', /An e-mail address/], hover: /An e-mail address/ },
      { find: 'user.demographic', offered: ['"user.contact.email"', /An e-mail address/], hover: /user\.demographic/ },
      { find: 'train_ai_system: finding visits', offered: ['"marketing: finding visits"', /Marketing/], hover: /Training a model/ },
    ],
    slips: [
      ['mail: user.contact.email', 'mail: user.contact.emial', '"mail: user.contact.emial"', 'mail: user.contact.email'],
      ['train_ai_system: finding visits', 'train_ai_systems: finding visits', '"train_ai_systems: finding visits"', 'train_ai_system: finding visits'],
    ],
  },
};

const CAPABILITIES = { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] }, completion: { completionItem: {} } } } };

/** A position some characters into the one place where a text stands. */
function placeOf(text: string, needle: string, plus: number): { readonly line: number; readonly character: number } {
  const at = text.indexOf(needle);
  assert.ok(at >= 0, needle);
  const before = text.slice(0, at + plus).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const isOfTerms = ({ code }: Diagnostic): boolean => code === 'unknown-privacy-term';

for (const [standard, { file, text, places, slips }] of Object.entries(SAMPLES)) {
  test(`${standard}: a term is offered and explained where it stands`, async () => {
    const folder = makeFolder({ [file]: text });
    const client = await TestClient.start(folder.uri, CAPABILITIES);
    const uri = folder.at(file);
    client.open(uri, text, file.endsWith('yaml') ? 'yaml' : 'json');
    assert.deepEqual((await client.diagnostics(uri)).diagnostics.filter(isOfTerms), [], 'terms as they should be');
    for (const { find, offered: [value, detail], hover } of places) {
      const position = placeOf(text, find, find.lastIndexOf('.') > 0 ? find.length - 1 : 1);
      const items = await client.request<CompletionItem[] | null>('textDocument/completion', { textDocument: { uri }, position });
      const item = items?.find(({ textEdit }) => textEdit?.newText === value);
      assert.match(item?.detail ?? '', detail, `${value} at ${find}: ${JSON.stringify(items?.slice(0, 5).map(({ textEdit }) => textEdit?.newText))}`);
      const told = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      assert.match(told && typeof told.contents === 'object' && 'value' in told.contents ? told.contents.value : '', hover, find);
    }
    await client.stop();
  });

  test(`${standard}: a slip of the pen is told at its own node, with the term that is meant`, async () => {
    for (const [find, slip, marked, meant] of slips) {
      const wrong = text.replace(find, slip);
      const folder = makeFolder({ [file]: wrong });
      const client = await TestClient.start(folder.uri, CAPABILITIES);
      const uri = folder.at(file);
      client.open(uri, wrong, file.endsWith('yaml') ? 'yaml' : 'json');
      const [only, ...others] = (await client.diagnostics(uri)).diagnostics.filter(isOfTerms);
      assert.ok(only && others.length === 0, `${slip}: ${JSON.stringify([only, ...others])}`);
      const { start, end } = only.range;
      assert.equal(wrong.split('\n')[start.line]?.slice(start.character, end.character), marked);
      const actions = await client.request<readonly { readonly edit?: unknown }[]>('textDocument/codeAction', { textDocument: { uri }, range: only.range, context: { diagnostics: [only] } });
      assert.ok(actions.some(({ edit }) => JSON.stringify(edit ?? '').includes(meant)), `${meant}: ${JSON.stringify(actions)}`);
      await client.stop();
    }
  });
}
