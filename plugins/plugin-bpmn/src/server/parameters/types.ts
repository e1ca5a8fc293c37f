import type { Instant, Json, Variables } from '@wuxin/bpmn-core';
import type { ParameterView } from '../../common/api';
import type { Limit } from '../../common/parameters';

export type Certainty = ParameterView['certainty'];
export type LimitKind = 'statutory' | 'policy';

export interface DefinedOption {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
}

/** What a pack says about a parameter. */
export interface ParameterDefinition {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly defaultValue: Json;
  readonly unit?: string | null;
  /** All values that it can have: texts, with what people read. */
  readonly options?: readonly DefinedOption[] | null;
  readonly floor?: Limit | null;
  readonly ceiling?: Limit | null;
  /** Statutory limits hold always; beyond a policy limit somebody one level above must approve. */
  readonly limitKind?: LimitKind | null;
  /** Within a statutory `floor` or `ceiling`: beyond it somebody one level above must approve. */
  readonly policyFloor?: Limit | null;
  readonly policyCeiling?: Limit | null;
  readonly source: string;
  readonly sourceEn?: string | null;
  /** An `unsure` default must be confirmed by a person before a process that uses it can start. */
  readonly certainty: Certainty;
  /** Levels of places at which it may have another value; empty: only for the whole installation. */
  readonly levels: readonly string[];
  /** Every change needs an approver one level above, also within the limits. */
  readonly needsApprover?: boolean;
}

/** {@link ParameterDefinition} with everything said. */
export type FullDefinition = Required<ParameterDefinition>;

export type ValueStatus = 'proposed' | 'effective' | 'declined';

/** A value that a person gave, for everywhere or for a place and what lies below it. */
export interface ParameterValue {
  readonly id: string;
  readonly parameterKey: string;
  readonly placeId: string | null;
  readonly value: Json;
  readonly status: ValueStatus;
  readonly effectiveFrom: Instant;
  readonly setAt: Instant;
  readonly setById: number;
  readonly setByName: string;
  readonly reason: string;
  readonly mark: string | null;
  readonly approverId: number | null;
  readonly approverName: string | null;
  readonly decidedAt: Instant | null;
}

/** What holds at a place now. */
export interface ParameterInForce {
  readonly definition: FullDefinition;
  readonly value: Json;
  /** False only for an unsure default that nobody confirmed or replaced. */
  readonly isConfirmed: boolean;
  readonly mark: string | null;
  /** Where the value comes from; null for the default and for a value of the whole installation. */
  readonly placeId: string | null;
  /** Who set it; null for the default. */
  readonly setting: ParameterValue | null;
}

/** What a person wants a parameter to be. */
export interface ParameterChange {
  readonly key: string;
  readonly value: Json;
  /** Null or missing: for the whole installation. */
  readonly placeId?: string | null;
  /** Missing: at once. */
  readonly effectiveFrom?: Instant;
  readonly reason: string;
}

export interface ParameterSnapshot {
  /** By key: what an instance keeps for `param("…")`. */
  readonly values: Variables;
  readonly unconfirmed: readonly { readonly key: string; readonly name: string; readonly nameEn: string }[];
}
