import { problemMessage, type Problem } from '@wuxin/bpmn-core';
import { checkFeel, formatFeelProblem } from '@wuxin/feel';
import { hasText, textOf, type Locale } from '../runtime/texts';

const MAX_SHOWN = 80;

/** A problem of a file as a clerk reads it: what is wrong with an expression in words, and not two thousand brackets of it. */
export function problemInWords(problem: Problem, locale: Locale): string {
  const { expression, property, ...data } = problem.data;
  if (typeof expression !== 'string') return problemMessage(problem, locale);
  const shown = expression.length > MAX_SHOWN ? `${expression.slice(0, MAX_SHOWN)}…` : expression;
  const facts = { ...data, expression: shown, property: wordFor(String(property), locale) };
  if (problem.code !== 'expressionInvalid') return problemMessage({ ...problem, data: facts }, locale);
  return problemMessage({ ...problem, data: { ...facts, reason: reasonOf(expression, locale) } }, locale);
}

function reasonOf(expression: string, locale: Locale): string {
  const [found] = checkFeel(expression, { kind: 'expression' });
  // sentences of their own, here at the end of another one
  return found ? formatFeelProblem(found, locale).replace(/[。.]$/, '') : textOf(locale, 'problems.expressionEmpty');
}

function wordFor(property: string, locale: Locale): string {
  const key = `problems.property.${property}`;
  return hasText(key) ? textOf(locale, key) : property;
}
