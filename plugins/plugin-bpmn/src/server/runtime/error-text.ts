import { incidentMessage, messageFor } from '@wuxin/bpmn-core';
import type { ErrorData } from './errors';
import { hasText, textOf, type Locale } from './texts';

/** Codes of the interpreter and its parser travel with a prefix: their texts are that package's own. */
export const ENGINE_PREFIX = 'engine.';
export const PARSER_PREFIX = 'bpmn.';

type CoreCode = Parameters<typeof messageFor>[0];
type CoreIncident = Parameters<typeof incidentMessage>[0];

/** Says a refusal in one sentence. */
export function errorText(locale: Locale, code: string, data: ErrorData): string {
  if (hasText(`errors.${code}`)) return textOf(locale, `errors.${code}`, data);
  const prefix = [ENGINE_PREFIX, PARSER_PREFIX].find((known) => code.startsWith(known));
  // what carries a prefix was made from one of the core's own errors
  return prefix ? messageFor(code.slice(prefix.length) as CoreCode, data, locale) : textOf(locale, 'errors.unknown', { code });
}

/** Says why background work failed, by the code that is kept of it; what no text is known for is said with its code. */
export const failureText = (locale: Locale, code: string, data: ErrorData = {}): string =>
  hasText(`errors.${code}`) ? errorText(locale, code, data) : textOf(locale, 'job.failedOtherwise', { code });

/** Says an incident in one sentence: `element` incidents are the interpreter's. */
export function incidentText(locale: Locale, code: string, data: ErrorData): string {
  if (data.source === 'element') return incidentMessage(code as CoreIncident, data, locale); // raised by the core with its code
  const { lastError } = data;
  return errorText(locale, code, typeof lastError === 'string' ? { ...data, lastError: failureText(locale, lastError) } : data);
}
