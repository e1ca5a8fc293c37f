import type {
  Changes,
  CompensationRow,
  InstanceRow,
  RowChanges,
  StateReader,
  SubscriptionRow,
  TokenRow,
  Variables,
} from '../contract';

export interface Work {
  readonly tokenId: string;
  readonly elementId: string;
  readonly variables: Variables;
}

export interface Incident {
  readonly tokenId: string;
  readonly elementId: string;
  readonly code: string;
  readonly data: { readonly [key: string]: unknown };
}

export interface Caller {
  readonly instanceId: string;
  readonly tokenId: string;
}

/** All rows of one instance, as a database would hold them. */
export class StoredInstance {
  readonly tokens = new Map<string, TokenRow>();
  readonly subscriptions = new Map<string, SubscriptionRow>();
  readonly compensations = new Map<string, CompensationRow>();
  readonly work = new Map<string, Work>();
  readonly incidents = new Map<string, Incident>();
  /** How often each element has been left. */
  readonly leftTimes = new Map<string, number>();
  errorCode: string | null = null;

  constructor(
    public row: InstanceRow,
    readonly calledBy: Caller | null,
  ) {}

  write(changes: Changes): void {
    this.row = changes.instance;
    writeRows(this.tokens, changes.tokens);
    writeRows(this.subscriptions, changes.subscriptions);
    writeRows(this.compensations, changes.compensations);
  }

  reader(): StateReader {
    const { row, tokens, subscriptions, compensations } = this;
    return {
      instance: row,
      token: (id) => tokens.get(id),
      childrenOf: (id) => [...tokens.values()].filter(({ parentId }) => parentId === id),
      childAt: (id, elementIds, except) =>
        [...tokens.values()].find((token) => token.parentId === id && elementIds.has(token.elementId) && !except.has(token.id)),
      subscription: (id) => subscriptions.get(id),
      subscriptionsOf: (id) => [...subscriptions.values()].filter(({ tokenId }) => tokenId === id),
      conditions: () => [...subscriptions.values()].filter(({ kind }) => kind === 'condition'),
      compensationsOf: (id) => [...compensations.values()].filter(({ scopeTokenId }) => scopeTokenId === id),
    };
  }

  /** Through JSON and back, as if the process had died and another one had loaded the rows. */
  restored(): StoredInstance {
    const copy = new StoredInstance(throughJson(this.row), throughJson(this.calledBy));
    copyInto(copy.tokens, this.tokens);
    copyInto(copy.subscriptions, this.subscriptions);
    copyInto(copy.compensations, this.compensations);
    copyInto(copy.work, this.work);
    copyInto(copy.incidents, this.incidents);
    copyInto(copy.leftTimes, this.leftTimes);
    copy.errorCode = this.errorCode;
    return copy;
  }
}

function writeRows<Row extends { readonly id: string }>(rows: Map<string, Row>, changes: RowChanges<Row>): void {
  for (const row of [...changes.inserted, ...changes.updated]) rows.set(row.id, row);
  for (const id of changes.deletedIds) rows.delete(id);
}

function copyInto<T>(target: Map<string, T>, source: ReadonlyMap<string, T>): void {
  for (const [key, value] of source) target.set(key, throughJson(value));
}

function throughJson<T>(value: T): T {
  // The type holds: only JSON is stored, and that is what the test with this mode proves.
  return JSON.parse(JSON.stringify(value)) as T;
}
