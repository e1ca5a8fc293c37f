/** What the `wuxin:` extension says about an element, for hosts; the interpreter does not read it. */
export interface ElementSettings {
  readonly nameEn?: string;
  readonly stage?: string;
  readonly activityType?: string;
  readonly retries?: number;
  readonly formKey?: string;
  readonly whenNobody?: string;
  readonly whenStarter?: string;
  /** Where its holder may send the case back to: `none`, or ids separated by commas; without it, to every earlier step. */
  readonly returnTo?: string;
  /** A rating: what is entered goes into sums, by nobody's name. */
  readonly confidential?: boolean;
  /** Of a step that several do: its holders may let one more do it, or take out one who has not done it. */
  readonly mayAddPeople?: boolean;
  readonly mayRemovePeople?: boolean;
  /** Whom a rating is about. */
  readonly subjects?: readonly PersonRule[];
  readonly decisionRef?: string;
  readonly resultVariable?: string;
  readonly assignments?: readonly PersonRule[];
  readonly cc?: readonly PersonRule[];
  readonly outcomes?: readonly Outcome[];
  readonly deadline?: Deadline;
  readonly config?: Readonly<Record<string, string>>;
}

export interface ProcessSettings {
  readonly nameEn?: string;
  readonly recordCollection?: string;
  readonly title?: string;
  readonly businessKey?: string;
  readonly stages?: readonly Stage[];
  readonly checks?: readonly ParameterCheck[];
  readonly config?: Readonly<Record<string, string>>;
}

/** A way to find people: `kind` names a strategy of the host, `value` is a literal or FEEL with `=`. */
export interface PersonRule {
  readonly kind: string;
  readonly value: string;
}

export interface Outcome {
  readonly key: string;
  readonly name?: string;
  readonly nameEn?: string;
  readonly kind?: string;
  readonly consequence?: string;
  readonly consequenceEn?: string;
  readonly requiresOpinion?: boolean;
  readonly skipsRequired?: boolean;
}

export interface Deadline {
  readonly amount: string;
  readonly unit: string;
  readonly base?: string;
  /** For so many working days altogether its clock may be stopped; without it not at all. A number, or FEEL with `=`. */
  readonly stopLimit?: string;
  readonly steps: readonly DeadlineStep[];
}

export interface DeadlineStep {
  readonly amount: string;
  readonly unit: string;
  readonly action: string;
  readonly kind?: string;
  readonly value?: string;
}

/** What must hold between the parameters of a host; a file says it, the host evaluates it with the values that it has. */
export interface ParameterCheck {
  /** FEEL with its `=`; no variables. */
  readonly condition: string;
  /** What is wrong when it does not hold. */
  readonly message: string;
  readonly messageEn?: string;
}

export interface Stage {
  readonly key: string;
  readonly name?: string;
  readonly nameEn?: string;
}
