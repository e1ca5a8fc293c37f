import type { Changes, CompensationRow, InstanceRow, RowChanges, StateReader, SubscriptionRow, TokenRow } from '@wuxin/bpmn-core';

/** Where an instance is kept between two commands. */
export interface InstanceRows {
  read<T>(step: (reader: StateReader) => T): T;
  write(changes: Changes): void;
}

/** Rows of one kind as `Stored`, with the index by what they belong to, as a table has it. */
class Rows<Row extends { readonly id: string }, Stored> {
  private readonly rows = new Map<string, Stored>();
  private readonly owned = new Map<string, Set<string>>();
  private readonly owners = new Map<string, string>();

  constructor(
    private readonly ownerOf: (row: Row) => string | null,
    private readonly save: (row: Row) => Stored,
    private readonly load: (stored: Stored) => Row,
  ) {}

  get(id: string): Row | undefined {
    const stored = this.rows.get(id);
    return stored === undefined ? undefined : this.load(stored);
  }

  of(ownerId: string): Row[] {
    return [...(this.owned.get(ownerId) ?? [])].flatMap((id) => this.get(id) ?? []);
  }

  all(): Row[] {
    return [...this.rows.values()].map(this.load);
  }

  write({ inserted, updated, deletedIds }: RowChanges<Row>): void {
    for (const row of inserted) this.own(row);
    for (const row of [...inserted, ...updated]) this.rows.set(row.id, this.save(row));
    for (const id of deletedIds) {
      this.owned.get(this.owners.get(id) ?? '')?.delete(id);
      this.rows.delete(id);
    }
  }

  private own(row: Row): void {
    const owner = this.ownerOf(row) ?? '';
    this.owners.set(row.id, owner);
    this.owned.set(owner, (this.owned.get(owner) ?? new Set<string>()).add(row.id));
  }
}

abstract class AllRows<Stored> implements InstanceRows {
  private instance: string | InstanceRow;
  private readonly tokens;
  private readonly subscriptions;
  private readonly compensations;

  constructor(
    id: string,
    processId: string,
    private readonly isSaved: boolean,
    save: <Row>(row: Row) => Stored,
    load: <Row>(stored: Stored) => Row,
  ) {
    this.tokens = new Rows<TokenRow, Stored>(({ parentId }) => parentId, save, load);
    this.subscriptions = new Rows<SubscriptionRow, Stored>(({ tokenId }) => tokenId, save, load);
    this.compensations = new Rows<CompensationRow, Stored>(({ scopeTokenId }) => scopeTokenId, save, load);
    this.instance = this.kept({ id, processId, status: 'running', variables: {}, nextSequence: 1 });
  }

  read<T>(step: (reader: StateReader) => T): T {
    const { instance, tokens, subscriptions, compensations } = this;
    return step({
      instance: typeof instance === 'string' ? (JSON.parse(instance) as InstanceRow) : instance, // what `write` made of one
      token: (id) => tokens.get(id),
      childrenOf: (id) => tokens.of(id),
      childAt: (id, elementIds, except) =>
        tokens.of(id).find((token) => elementIds.has(token.elementId) && !except.has(token.id)),
      subscription: (id) => subscriptions.get(id),
      subscriptionsOf: (id) => subscriptions.of(id),
      conditions: () => subscriptions.all().filter(({ kind }) => kind === 'condition'),
      compensationsOf: (id) => compensations.of(id),
    });
  }

  write(changes: Changes): void {
    this.instance = this.kept(changes.instance);
    this.tokens.write(changes.tokens);
    this.subscriptions.write(changes.subscriptions);
    this.compensations.write(changes.compensations);
  }

  private kept(row: InstanceRow): string | InstanceRow {
    return this.isSaved ? JSON.stringify(row) : row;
  }
}

/** In memory, as objects. */
export class HeldRows extends AllRows<unknown> {
  constructor(id: string, processId: string) {
    super(
      id,
      processId,
      false,
      (row) => row,
      <Row>(stored: unknown) => stored as Row, // what the line above kept
    );
  }
}

/** As JSON text, row by row: a command parses the rows that it asks for and writes those that it changes. */
export class SavedRows extends AllRows<string> {
  constructor(id: string, processId: string) {
    super(
      id,
      processId,
      true,
      (row) => JSON.stringify(row),
      <Row>(text: string) => JSON.parse(text) as Row, // what the line above wrote
    );
  }
}
