import { findPlaceholder, type Placeholder, plainName, type RowsPlaceholder } from './placeholders';
import { readShare } from './shares';

/** One pair of braces, in the order of the text. */
export interface Mark {
  readonly kind: 'value' | 'open' | 'close';
  readonly name: string;
}

export interface TemplateProblem {
  readonly code:
    | 'template.unknownPlaceholder'
    | 'template.rowsWithoutLoop'
    | 'template.shareNotNumbers'
    | 'template.loopNotClosed'
    | 'template.loopNotOpened'
    | 'template.braces';
  /** As it stands in the template, without braces. */
  readonly placeholder: string;
}

export interface CheckedTemplate {
  readonly problems: readonly TemplateProblem[];
  /** Of everything that may be named, what this template names: all that has to be known to print it. */
  readonly used: readonly Placeholder[];
}

interface Loop {
  readonly name: string;
  /** Null: the loop is a condition on a value, or unknown. */
  readonly rows: RowsPlaceholder | null;
}

/**
 * Looks up every mark of a template, and what it `needs`, where it stands: inside a loop the columns of its rows come first. A name that nobody has
 * may be a share of two numbers ({@link readShare}). Every problem is told, not only the first.
 */
export function checkTemplate(marks: readonly Mark[], needs: readonly string[], known: readonly Placeholder[]): CheckedTemplate {
  const problems: TemplateProblem[] = [];
  const used = new Set<Placeholder>();
  const open: Loop[] = [];
  const find = (name: string): Placeholder | undefined => {
    const scopes = [
      ...open
        .flatMap(({ rows }) => rows ?? [])
        .map((rows) => ({ rows, among: rows.columns }))
        .reverse(),
    ];
    for (const { rows, among } of [...scopes, { rows: null, among: known }]) {
      const found = findPlaceholder(among, name);
      if (!found) continue;
      for (const one of [found.placeholder, found.of, rows]) if (one) used.add(one);
      return found.placeholder;
    }
    return undefined;
  };
  const lookUp = (name: string): Placeholder | undefined => {
    const found = find(name);
    if (!found) problems.push({ code: 'template.unknownPlaceholder', placeholder: name });
    return found;
  };
  const lookUpMark = (name: string): Placeholder | undefined => {
    const own = find(name);
    const share = own ? undefined : readShare(name);
    if (!share) return own ?? lookUp(name);
    const part = find(share.part);
    const whole = share.wholes.map(find).find((one) => one !== undefined);
    if (!part || !whole) return lookUp(name);
    if (!isNumber(part) || !isNumber(whole)) problems.push({ code: 'template.shareNotNumbers', placeholder: name });
    return part;
  };
  for (const { kind, name } of marks) {
    if (kind === 'close') close(open, name, problems);
    else {
      const found = lookUpMark(name);
      if (kind === 'open') open.push({ name, rows: found?.kind === 'rows' ? found : null });
      else if (found?.kind === 'rows') problems.push({ code: 'template.rowsWithoutLoop', placeholder: name });
    }
  }
  problems.push(...open.map(({ name }): TemplateProblem => ({ code: 'template.loopNotClosed', placeholder: name })));
  open.length = 0;
  needs.forEach(lookUp);
  return { problems, used: pruned(known, used) };
}

const isNumber = (placeholder: Placeholder): boolean => placeholder.kind === 'value' && placeholder.format.as === 'number';

function close(open: Loop[], name: string, problems: TemplateProblem[]): void {
  const last = open.at(-1);
  if (last && plainName(last.name) === plainName(name)) open.pop();
  else problems.push({ code: 'template.loopNotOpened', placeholder: name });
}

function pruned(known: readonly Placeholder[], used: ReadonlySet<Placeholder>): Placeholder[] {
  return known.flatMap((placeholder): Placeholder[] => {
    if (!used.has(placeholder)) return [];
    return placeholder.kind === 'value' ? [placeholder] : [{ ...placeholder, columns: pruned(placeholder.columns, used) }];
  });
}
