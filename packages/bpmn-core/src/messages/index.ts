import type { Problem, ProblemCode } from '../compile';
import type { CommandErrorCode, IncidentCode } from '../interpret';
import type { ParseErrorCode } from '../parse';
import { PROBLEM_TEXTS } from './problems';
import { COMMAND_TEXTS, INCIDENT_TEXTS, PARSE_TEXTS } from './refusals';
import { fill, type Locale } from './texts';

export type { Locale } from './texts';

type Data = Readonly<Record<string, unknown>>;

const TEXTS = { ...PROBLEM_TEXTS, ...PARSE_TEXTS, ...COMMAND_TEXTS };

/** Says a problem, a parse error or a refused command in one sentence. */
export function messageFor(code: ProblemCode | ParseErrorCode | CommandErrorCode, data: Data, locale: Locale): string {
  return fill(TEXTS[code], locale, data);
}

/** Says an incident in one sentence; incidents have codes of their own, some like those of problems. */
export function incidentMessage(code: IncidentCode, data: Data, locale: Locale): string {
  return fill(INCIDENT_TEXTS[code], locale, data);
}

/** With the element named: `“会签”（vote）：…`. */
export function problemMessage({ code, data, elementId, elementName }: Problem, locale: Locale): string {
  const text = messageFor(code, data, locale);
  if (elementId === null) return text;
  if (elementName === null) return locale === 'zh-CN' ? `${elementId}：${text}` : `${elementId}: ${text}`;
  return locale === 'zh-CN' ? `“${elementName}”（${elementId}）：${text}` : `"${elementName}" (${elementId}): ${text}`;
}
