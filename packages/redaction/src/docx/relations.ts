import type { PartBlock } from './lines';
import { attributesOf, tokensOf } from './tokens';

interface Relation {
  readonly type: string;
  /** As it is written. */
  readonly target: string;
  readonly isExternal: boolean;
  readonly start: number;
  readonly end: number;
  readonly targetMarkup: { readonly start: number; readonly end: number };
}

/** The relations that one `.rels` part lists. */
export function relationsIn(part: string, xml: string): Relation[] {
  const relations: Relation[] = [];
  for (const token of tokensOf(part, xml)) {
    if (token.type !== 'open' || token.name !== 'Relationship') continue;
    const attributes = attributesOf(xml, token);
    const target = attributes.find(({ name }) => name === 'Target');
    if (!target) continue;
    relations.push({
      type: attributes.find(({ name }) => name === 'Type')?.value ?? '',
      target: target.value,
      isExternal: attributes.some(({ name, value }) => name === 'TargetMode' && value.toLowerCase() === 'external'),
      start: token.start,
      end: token.end,
      targetMarkup: { start: target.start, end: target.end },
    });
  }
  return relations;
}

/** Links out of the document: an address or a telephone number may stand in them without being seen. */
export function linksIn(part: string, xml: string): PartBlock[] {
  return relationsIn(part, xml)
    .filter(({ isExternal }) => isExternal)
    .map(({ target, targetMarkup }) => ({ kind: 'paragraph', source: 'link', line: [{ text: target, markup: targetMarkup }] }));
}

/** The part that a relation of a `.rels` part leads to. */
export function targetPart(rels: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folder = rels
    .replace(/_rels\/[^/]*$/, '')
    .split('/')
    .filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.') folder.push(step);
  }
  return folder.join('/');
}
