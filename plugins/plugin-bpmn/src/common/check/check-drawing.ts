import { compile, type Compiled, type ModdleElement, parseDefinitions } from '@wuxin/bpmn-core';
import { checkFeel } from '@wuxin/feel';
import type { DrawingFacts, Problem } from '../api';
import { lint } from './lint';
import { problemInWords } from './problem-words';
import { RULES } from './rules';
import { contextOf } from './rule';
import type { Words } from './words';

/** A file as both sides read it. */
export interface Drawn {
  readonly definitions: ModdleElement;
  readonly compiled: Compiled;
}

/** @throws ParseError for what is no BPMN */
export async function readDrawing(xml: string): Promise<Drawn> {
  const definitions = await parseDefinitions(xml);
  return { definitions, compiled: compile(definitions, { checkExpression }) };
}

function checkExpression(expression: string): string | null {
  return checkFeel(expression, { kind: 'expression' })[0]?.code ?? null;
}

/** What keeps a file from running. */
export const structuralProblems = ({ compiled }: Drawn, words: Words): Problem[] =>
  compiled.problems.map((problem) => ({ ...problem, text: problemInWords(problem, words) }));

/**
 * All that can be said of a drawing from the drawing itself and the facts around it: the same in the designer, while somebody draws, and on the
 * server, which has more to say only where plugins and parameters are asked.
 */
export async function checkDrawn(drawn: Drawn, facts: DrawingFacts, words: Words): Promise<Problem[]> {
  const context = contextOf(drawn.compiled.drawn, facts);
  const { complete } = context.reach;
  const structural = structuralProblems(drawn, words).filter(
    // a gateway whose conditions cover every outcome needs no default
    ({ code, elementId }) => !(code === 'noDefaultFlow' && elementId !== null && complete.has(elementId)),
  );
  return [...structural, ...(await lint(drawn.definitions, context, words))];
}

/** Whether {@link checkDrawn} says it; codes of the compiler have no dot. */
const isSaidOfDrawing = (code: string) => Object.hasOwn(RULES, code) || !code.includes('.');

/** What is known after a change: what can be seen in the drawing is new, what only the server can know is as it last said. */
export const afterChange = (said: readonly Problem[], found: readonly Problem[]): Problem[] => [
  ...found,
  ...said.filter(({ code }) => !isSaidOfDrawing(code)),
];
