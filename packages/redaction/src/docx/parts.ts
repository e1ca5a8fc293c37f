import type { TextSource } from '../document';

/** What is done with a part of a Word file. */
export type PartRole =
  | { readonly role: 'text'; readonly source: TextSource }
  | { readonly role: 'links' }
  | { readonly role: 'properties' }
  /** Says something about the file and not to its readers: gone from what is published. */
  | { readonly role: 'dropped'; readonly source: TextSource }
  | { readonly role: 'unchecked'; readonly content: UncheckedContent }
  | { readonly role: 'kept' };

/** What no check of words can look into. */
export type UncheckedContent = 'picture' | 'object' | 'other';

const ROLES: readonly (readonly [RegExp, PartRole])[] = [
  [/^word\/document\.xml$/, { role: 'text', source: 'body' }],
  [/^word\/header\d*\.xml$/, { role: 'text', source: 'header' }],
  [/^word\/footer\d*\.xml$/, { role: 'text', source: 'footer' }],
  [/^word\/(?:footnotes|endnotes)\.xml$/, { role: 'text', source: 'note' }],
  [/^word\/(?:charts\/chart|diagrams\/(?:data|drawing))[\w-]*\.xml$/, { role: 'text', source: 'chart' }],
  [/^word\/comments\w*\.xml$/, { role: 'dropped', source: 'comment' }],
  [/^word\/people\.xml$/, { role: 'dropped', source: 'property' }],
  [/^docProps\/[\w.-]+\.xml$/, { role: 'properties' }],
  [/^docProps\//, { role: 'dropped', source: 'property' }],
  [/^docMetadata\//, { role: 'dropped', source: 'property' }],
  [/^customXml\/(?:_rels\/)?[\w.-]+\.(?:xml|rels)$/, { role: 'dropped', source: 'property' }],
  [/\.rels$/, { role: 'links' }],
  [/^word\/(?:[\w-]+\/)?media\//, { role: 'unchecked', content: 'picture' }],
  [/^word\/(?:embeddings|charts\/embeddings)\//, { role: 'unchecked', content: 'object' }],
  [/^word\/(?:fonts|theme)\//, { role: 'kept' }],
  [/^word\/(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering)\.xml$/, { role: 'kept' }],
  [/^word\/(?:charts|diagrams)\/(?:style|colors|layout|quickStyle)[\w-]*\.xml$/, { role: 'kept' }],
  [/^\[Content_Types\]\.xml$/, { role: 'kept' }],
];

export function roleOf(part: string): PartRole {
  return ROLES.find(([pattern]) => pattern.test(part))?.[1] ?? { role: 'unchecked', content: 'other' };
}
