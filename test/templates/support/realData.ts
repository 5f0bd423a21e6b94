// Real data that is no table of numbers: texts of our own manuals, and the handwritten digits that come with scikit-learn.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataPath, factsOf } from '../../../server/src/scaffold/main.ts';
import type { DatasetFacts } from '../../../server/src/scaffold/main.ts';
import { columns } from './describe.ts';
import { temporaryFolder } from './project.ts';

const made = new Map<string, string>();

/** Makes something once in a run. */
function once(key: string, make: () => string): string {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

const FAMILIES = ['privacy', 'values', 'structure', 'types'];

/** The paragraphs of the manuals of rules in one language, with the family of the rule as their class: the path of a table. */
export function manualsAsTable(file: string, text: string, label: string): string {
  return once(file, () => {
    const rows = FAMILIES.flatMap(family => readdirSync(`server/src/rules/${family}`).flatMap(id => {
      const manual = join('server/src/rules', family, id, file);
      return existsSync(manual) ? paragraphsOf(readFileSync(manual, 'utf8')).map(paragraph => [paragraph, family]) : [];
    }));
    assert.ok(rows.length > 100, file);
    const path = join(temporaryFolder('数 据'), `${label}.csv`);
    writeFileSync(path, [[text, label], ...rows].map(row => `${row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join(''));
    return path;
  });
}

/** Plain paragraphs: no headings, tables, lists and examples. */
function paragraphsOf(markdown: string): readonly string[] {
  const paragraphs = markdown.replace(/^```[\s\S]*?^```$/gm, '').split(/\n{2,}/).map(paragraph => paragraph.replace(/\s+/g, ' ').trim());
  return paragraphs.filter(paragraph => paragraph.length >= 40 && !/^[#|-]/.test(paragraph));
}

interface Texts { readonly dataset: string; readonly text: string; readonly label: string; readonly prose: 'spaced' | 'blankless' }

export function textFacts(path: string, { dataset, text, label, prose }: Texts, folder: string): DatasetFacts {
  const described = columns({ [text]: 'string', [label]: 'string' }, { name: dataset, ml: { task: 'classification', target: label, node: [] } });
  const resources = described.resources.map(resource => ({ ...resource, fields: resource.fields.map(field => ({ ...field, ...(field.name === text && { prose }) })) }));
  return factsOf({ ...described, resources }, dataPath(pathToFileURL(folder).href, pathToFileURL(path).href));
}

/** A folder of 600 digits, a folder a class, written by a Python that has scikit-learn and Pillow. */
export function digitsAsPictures(python: string): string {
  return once('digits', () => {
    const folder = temporaryFolder('digits');
    execFileSync(python, ['-c', DRAW, folder]);
    return folder;
  });
}

const DRAW = `
import sys
from pathlib import Path
from PIL import Image
from sklearn.datasets import load_digits

digits = load_digits()
for i in range(600):
    folder = Path(sys.argv[1]) / str(digits.target[i])
    folder.mkdir(exist_ok=True)
    Image.fromarray((digits.images[i] * 15.9).astype("uint8")).save(folder / f"{i:04}.png")
`;

export function pictureFacts(path: string, folder: string): DatasetFacts {
  const fields = ['path', 'class'].map(name => ({ name, type: 'string', constraints: {}, node: [] } as const));
  const ml = { task: 'classification', target: 'class', features: ['path'], node: [] } as const;
  const description = { name: 'digits', ml, resources: [{ name: 'digits', paths: ['digits'], content: 'images', fields, node: [] } as const] };
  return factsOf(description, dataPath(pathToFileURL(folder).href, pathToFileURL(path).href));
}

/** A file with weights of the network that transfer learning starts from, drawn at random. */
export function randomWeights(python: string): string {
  return once('weights', () => {
    const file = join(temporaryFolder('weights'), 'weights.pt');
    execFileSync(python, ['-c', 'import sys, torch; from torchvision.models import mobilenet_v3_small; torch.manual_seed(1); torch.save(mobilenet_v3_small().state_dict(), sys.argv[1])', file]);
    return file;
  });
}

/** A JSON Lines file: what each manual of a rule is about as a question, its first paragraph as the answer. */
export function manualsAsChats(): string {
  return once('chats', () => {
    const lines = FAMILIES.flatMap(family => readdirSync(`server/src/rules/${family}`).flatMap(id => {
      const [answer] = paragraphsOf(readFileSync(join('server/src/rules', family, id, 'README.md'), 'utf8'));
      const messages = [{ role: 'user', content: `What is ${id}?` }, { role: 'assistant', content: answer }];
      return answer === undefined ? [] : [`${JSON.stringify({ messages })}\n`];
    }));
    const path = join(temporaryFolder('对话'), 'chats.jsonl');
    writeFileSync(path, lines.join(''));
    return path;
  });
}

export function chatFacts(path: string, folder: string): DatasetFacts {
  const resources = [{ name: 'questions', paths: ['chats.jsonl'], content: 'conversations', fields: [], node: [] } as const];
  return factsOf({ name: 'questions', resources }, dataPath(pathToFileURL(folder).href, pathToFileURL(path).href));
}

/** The folder of a language model of two small layers with weights drawn at random. */
export function tinyModel(python: string): string {
  return once('tiny', () => {
    const folder = temporaryFolder('tiny');
    execFileSync(python, ['-c', TINY, folder], { stdio: 'pipe' });
    return folder;
  });
}

const TINY = `
import sys
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

cut = Tokenizer(models.BPE())
cut.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
cut.decoder = decoders.ByteLevel()
letters = pre_tokenizers.ByteLevel.alphabet()
cut.train_from_iterator([], trainers.BpeTrainer(vocab_size=300, special_tokens=["<end>"], initial_alphabet=letters, show_progress=False))
tokenizer = PreTrainedTokenizerFast(tokenizer_object=cut, eos_token="<end>")
tokenizer.save_pretrained(sys.argv[1])
torch.manual_seed(1)
shape = dict(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=2)
LlamaForCausalLM(LlamaConfig(vocab_size=len(tokenizer), initializer_range=0.2, **shape)).save_pretrained(sys.argv[1])
`;
