import type { Json } from '@wuxin/feel';

export const HIT_POLICIES = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const;

/**
 * Which of the rules that apply decides, as in DMN. One result: the only one (`UNIQUE`), the first in order (`FIRST`), the one whose result
 * stands first among the values of its output (`PRIORITY`), several with the same result (`ANY`). Lists: of all in order (`COLLECT`,
 * `RULE ORDER`), or in the order of the values of the outputs (`OUTPUT ORDER`).
 */
export type HitPolicy = (typeof HIT_POLICIES)[number];

export const AGGREGATIONS = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;

/** What becomes of the results under `COLLECT`, where there is one output; without it they are a list. */
export type Aggregation = (typeof AGGREGATIONS)[number];

export type Scalar = string | number | boolean;

export interface DecisionInput {
  readonly label: string;
  readonly labelEn?: string | undefined;
  /** FEEL; its value is what the cells of the column are tested against. */
  readonly expression: string;
  /** All values that can occur, where that is known: lets `checkTable` find gaps. */
  readonly values?: readonly Scalar[] | undefined;
}

export interface DecisionOutput {
  readonly name: string;
  readonly label: string;
  readonly labelEn?: string | undefined;
  /** All values that are allowed. */
  readonly values?: readonly Scalar[] | undefined;
}

export interface DecisionRule {
  readonly id: string;
  /** One cell an input: FEEL unary tests; `-` and an empty cell accept everything. */
  readonly when: readonly string[];
  /** One cell an output: FEEL expressions. */
  readonly then: readonly string[];
  /** Why the rule is there, for people. */
  readonly note?: string | undefined;
  readonly noteEn?: string | undefined;
}

export interface DecisionTable {
  readonly key: string;
  readonly name: string;
  /** Names, labels and notes may have an English face, for people only: it decides nothing. */
  readonly nameEn?: string | undefined;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation | undefined;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
  /** What the table has to decide for some values: a change that decides otherwise is found. */
  readonly tests?: readonly DecisionTest[] | undefined;
}

/** One value an input, and one an output. */
export interface DecisionTest {
  readonly values: readonly (Scalar | null)[];
  readonly results: readonly Json[];
}

/** The words of a cell that accepts everything. */
export function isAnyCell(cell: string): boolean {
  return cell.trim() === '' || cell.trim() === '-';
}

/** Any number of rules may apply, and none. */
export const isMultiple = ({ hitPolicy }: Pick<DecisionTable, 'hitPolicy'>): boolean =>
  hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER';

/** The order of the values of its outputs decides. */
export const isByPriority = ({ hitPolicy }: Pick<DecisionTable, 'hitPolicy'>): boolean =>
  hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
