/**
 * The text in lower-case ASCII letters, digits, dots, hyphens and underscores, as names of packages want it; empty where nothing of it can
 * be written so. Accents are dropped, everything else becomes a hyphen.
 */
export function slug(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9._]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
}
