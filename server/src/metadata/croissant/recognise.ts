/** How much of a document is looked at: the context and the first properties stand there. */
const HEAD = 64 * 1024;

/**
 * Whether a JSON text is a Croissant description, without reading it whole: a JSON-LD context, and the address of the vocabulary or a dataset of
 * schema.org with the two lists that only Croissant has.
 */
export function isCroissant(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (!head.includes('"@context"') && !head.includes('"@type"')) return false;
  if (/mlcommons\.org\/(?:croissant|schema)\b/.test(head)) return true;
  return /"@type"\s*:\s*\[?\s*"[^"]*\bDataset"/.test(head) && /"(?:\w+:)?recordSet"\s*:/.test(text) && /"(?:\w+:)?distribution"\s*:/.test(text);
}
