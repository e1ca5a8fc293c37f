/** What the interpreter can ask for that a command has not loaded. */
export type Wanted =
  | { readonly rows: 'subscriptions' | 'planes' | 'everything' | 'conditions' | 'compensations' }
  /** Any one token below another that stands at one of these elements. */
  | { readonly rows: 'childAt'; readonly tokenId: string; readonly elementIds: readonly string[] };

/** The interpreter asked for rows that this command had not loaded: they are loaded and the pure step runs again. */
export class RowsNotLoaded extends Error {
  constructor(readonly wanted: Wanted) {
    super(`rows not loaded: ${wanted.rows}`);
    this.name = 'RowsNotLoaded';
  }
}
