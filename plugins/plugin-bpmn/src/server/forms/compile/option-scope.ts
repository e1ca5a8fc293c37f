import type { OptionScope } from '../../../common/form';

type Scope = { ok: true; filter: OptionScope | null } | { ok: false; detail: string };

/** The data scope of a picker as a NocoBase filter. Variables would need the reader's rights: only constants are taken. */
export function optionScope(filter: unknown): Scope {
  if (filter === undefined || filter === null) return { ok: true, filter: null };
  const text = JSON.stringify(filter);
  if (text.includes('{{')) return { ok: false, detail: /\{\{[^}]*\}\}/.exec(text)?.[0] ?? text };
  const group = groupOf(filter);
  return group === undefined ? { ok: false, detail: text } : { ok: true, filter: group };
}

/** Undefined when it is not a filter; null when it filters nothing. */
function groupOf(filter: unknown): OptionScope | null | undefined {
  if (typeof filter !== 'object' || filter === null || !('logic' in filter) || !('items' in filter)) return undefined;
  const { logic, items } = filter;
  if ((logic !== '$and' && logic !== '$or') || !Array.isArray(items)) return undefined;
  const parts = items.map((item: unknown) => groupOf(item) ?? comparison(item));
  if (parts.includes(undefined)) return undefined;
  return parts.length === 0 ? null : { [logic]: parts };
}

function comparison(item: unknown): OptionScope | undefined {
  if (typeof item !== 'object' || item === null || !('path' in item) || !('operator' in item)) return undefined;
  const { path, operator } = item;
  if (typeof path !== 'string' || typeof operator !== 'string' || !operator.startsWith('$')) return undefined;
  return { [path]: { [operator]: 'value' in item ? item.value : true } };
}
