/**
 * How many rules may apply: exactly one (`UNIQUE`), the first in order (`FIRST`), several with the same result (`ANY`), or any
 * number, whose results become lists (`COLLECT`).
 */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'COLLECT';

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
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}

/** The words of a cell that accepts everything. */
export function isAnyCell(cell: string): boolean {
  return cell.trim() === '' || cell.trim() === '-';
}
