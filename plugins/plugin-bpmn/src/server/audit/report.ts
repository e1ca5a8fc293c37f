import { textOf, type Locale } from '../runtime/texts';
import type { AuditReport, InvariantResult } from './verify';

/** The report as lines for people. */
export function auditText(report: AuditReport, locale: Locale): string {
  const { isWhole, cases, historyRows, invariants } = report;
  const head = textOf(locale, isWhole ? 'audit.whole' : 'audit.broken', { cases, historyRows, invariants: invariants.length });
  const lines = invariants.map((result) => `${result.broken === 0 ? '✓' : '✗'} ${lineOf(result, locale)}`);
  return [head, ...lines].join('\n');
}

function lineOf({ name, rule: own, broken, first }: InvariantResult, locale: Locale): string {
  const rule = `${name}: ${own?.[locale] ?? textOf(locale, `audit.${name}`)}`;
  if (!first) return rule;
  const { table, rowId, instanceId, data } = first;
  const facts = { broken, table, rowId, instanceId: instanceId ?? '–', data: JSON.stringify(data) };
  return `${rule}\n    ${textOf(locale, 'audit.firstRow', facts)}`;
}
