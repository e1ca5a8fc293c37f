/** What is done to the rows, which invariant finds it, and which row it names: asked before, one of these where no order says which is first. */
export interface Tampering {
  readonly claim: string;
  readonly invariant: string;
  readonly table: string;
  readonly spoil: string;
  /** What the row is said to be, where the invariant tells several faults apart. */
  readonly fault?: string;
  /** An id, or a statement whose rows have it. */
  readonly row: string;
}
