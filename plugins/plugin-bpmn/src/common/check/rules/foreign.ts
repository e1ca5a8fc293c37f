import type { Rule, Source } from '../rule';

/** Colours of bpmn.io, and what XML itself needs: they are about looks, not about what runs. */
const HARMLESS = new Set(['bioc', 'color', 'xsi', 'xmlns', 'wuxin', 'bpmn', 'bpmn2']);
const MOST_NAMED = 5;

export const foreign = {
  /** What another engine would do at an element, and this one does not. */
  'process.foreignSettings': {
    severity: 'warning',
    find: (_element, _context, source) => {
      const names = foreignIn(source);
      return names.length === 0 ? [] : [{ names: names.slice(0, MOST_NAMED).join(' '), count: names.length }];
    },
  },
} as const satisfies Record<string, Rule>;

function foreignIn({ $attrs, extensionElements }: Source): readonly string[] {
  const names = [...Object.keys($attrs ?? {}), ...(extensionElements?.values ?? []).map(({ $type }) => $type)];
  return [...new Set(names.filter((name) => name.includes(':') && !HARMLESS.has(name.split(':')[0] ?? '')))];
}
