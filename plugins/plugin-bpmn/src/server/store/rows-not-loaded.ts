/** The interpreter asked for rows that this command had not loaded: they are loaded and the pure step runs again. */
export class RowsNotLoaded extends Error {
  constructor(readonly rows: 'subscriptions' | 'planes' | 'everything' | 'conditions' | 'compensations') {
    super(`rows not loaded: ${rows}`);
    this.name = 'RowsNotLoaded';
  }
}
