/** What one expression may cost. Procedures need a fraction of it; whoever needs more wants a service task. */
export const LIMITS = {
  /** Characters of one expression. */
  expressionLength: 4_000,
  /** Levels of the syntax tree; `1 + 1 + …` adds one a term. */
  syntaxDepth: 200,
  /** Elements of a range that a loop walks through. */
  rangeSize: 1_000,
  /** Loops and filters inside each other. */
  loopDepth: 2,
  /** Units of work of one evaluation: a step is 2, an element of a list 1, 64 characters 1. */
  work: 300_000,
  /** Characters of one text that an expression builds. */
  textLength: 2_000_000,
  /** Levels of lists and objects in variables and results. */
  valueDepth: 100,
  /** Lists, objects and scalars in the variables of one evaluation. */
  valueCount: 200_000,
  /** Analysed expressions that are kept. */
  cacheSize: 2_000,
} as const;
