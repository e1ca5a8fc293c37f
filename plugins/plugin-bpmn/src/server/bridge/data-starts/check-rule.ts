import { checkFeel, formatFeelProblem } from '@wuxin/feel';
import type { DataStartPart, DataStartProblem } from '../../../common/api';
import type { Reader } from '../../queries';
import { forbidden } from '../../runtime/errors';
import { textOf } from '../../runtime/texts';
import { canStart, collectionNamed } from './collections';
import type { DataStartRule } from './rules';

type Written = Pick<DataStartRule, 'collection' | 'condition' | 'title' | 'variables'>;

export interface Formula {
  readonly part: DataStartPart;
  /** FEEL without its `=`. */
  readonly expression: string;
}

/** Everything in a rule that is FEEL. */
export function formulasIn({ condition, title, variables }: Omit<Written, 'collection'>): Formula[] {
  const texts: { part: DataStartPart; text: string }[] = [
    { part: { kind: 'title' }, text: title ?? '' },
    ...Object.entries(variables).map(([name, text]) => ({ part: { kind: 'variable' as const, name }, text })),
  ];
  const marked = texts.filter(({ text }) => text.startsWith('=')).map(({ part, text }) => ({ part, expression: text.slice(1) }));
  return condition ? [{ part: { kind: 'condition' }, expression: condition }, ...marked] : marked;
}

export const problemOf = (expression: string) =>
  checkFeel(expression, { kind: 'expression', knownNames: ['record'], knownFunctions: [] })[0];

/** What is wrong with a rule while it is written. Who may: an administrator. */
export function checkRule({ tx, isAdministrator, locale }: Reader, rule: Written): DataStartProblem[] {
  if (!isAdministrator) throw forbidden('dataStart.administratorsOnly');
  const collection = collectionNamed(tx.db, rule.collection);
  const known = canStart(collection) ? new Set(Object.keys(collection.model.getAttributes())) : null;
  return formulasIn(rule).flatMap(({ part, expression }): DataStartProblem[] => {
    const problem = problemOf(expression);
    if (problem) return [{ part, severity: 'error', text: formatFeelProblem(problem, locale) }];
    const missing = known ? fieldsRead(expression).filter((name) => !known.has(name)) : [];
    if (missing.length === 0) return [];
    return [{ part, severity: 'warning', text: textOf(locale, 'dataStart.unknownFields', { names: missing }) }];
  });
}

/** `record.status` → `status`, outside of texts. */
function fieldsRead(expression: string): string[] {
  const withoutTexts = expression.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const names = [...withoutTexts.matchAll(/\brecord\s*\.\s*([\p{L}_][\p{L}\p{N}_]*)/gu)].flatMap(([, name]) => name ?? []);
  return [...new Set(names)];
}
