import { problemMessage, type Problem } from '@wuxin/bpmn-core';
import { checkFeel, formatFeelProblem } from '@wuxin/feel';
import type { Words } from './words';

const MAX_SHOWN = 80;

/** A problem of a file as a clerk reads it: what is wrong with an expression in words, and not two thousand brackets of it. */
export function problemInWords(problem: Problem, words: Words): string {
  const { expression, property, ...data } = problem.data;
  if (typeof expression !== 'string') return problemMessage(problem, words.locale);
  const shown = expression.length > MAX_SHOWN ? `${expression.slice(0, MAX_SHOWN)}…` : expression;
  const facts = { ...data, expression: shown, property: wordFor(String(property), words) };
  if (problem.code !== 'expressionInvalid') return problemMessage({ ...problem, data: facts }, words.locale);
  return problemMessage({ ...problem, data: { ...facts, reason: reasonOf(expression, words) } }, words.locale);
}

function reasonOf(expression: string, { locale, say }: Words): string {
  const [found] = checkFeel(expression, { kind: 'expression' });
  // sentences of their own, here at the end of another one
  return found ? formatFeelProblem(found, locale).replace(/[。.]$/, '') : say('problems.expressionEmpty');
}

function wordFor(property: string, { say }: Words): string {
  const key = `problems.property.${property}`;
  const said = say(key);
  return said === key ? property : said;
}
