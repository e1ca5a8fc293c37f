import type { Changes, CompensationRow, InstanceRow, Instant, StateReader, SubscriptionRow, TokenRow } from '@wuxin/bpmn-core';
import { MAIN_PLANE, planeOf } from './planes';
import { RowSet } from './row-set';
import type { CompensationRecord, SubscriptionRecord, TokenRecord } from './rows';
import { RowsNotLoaded } from './rows-not-loaded';

/** How much of an instance is in memory: a token with those around it, all of the planes around it, or everything. */
type Extent = 'path' | 'planes' | 'everything';

/** Only these have tokens below them. */
const CONTAINERS: ReadonlySet<TokenRow['kind']> = new Set(['scope', 'multiInstance', 'compensation']);

interface ChildWanted {
  readonly tokenId: string;
  readonly elementIds: readonly string[];
}

const keyOf = ({ tokenId, elementIds }: ChildWanted): string => JSON.stringify([tokenId, ...elementIds]);

/** The rows of one instance that are in memory, as the interpreter reads them. */
export class InstanceState implements StateReader {
  readonly tokens = new RowSet<TokenRecord>();
  readonly subscriptions = new RowSet<SubscriptionRecord>();
  readonly compensations = new RowSet<CompensationRecord>();
  private readonly childIds = new Map<string, Set<string>>();
  private readonly subscriptionIds = new Map<string, Set<string>>();
  private readonly found = new Map<string, TokenRecord | null>();
  private extent: Extent = 'path';
  private areSubscriptionsLoaded = false;
  private areConditionsComplete = false;
  private areCompensationsComplete = false;

  constructor(public instance: InstanceRow) {}

  loadTokens(rows: readonly TokenRecord[]): void {
    this.tokens.load(rows);
    for (const token of rows) if (this.tokens.get(token.id)) add(this.childIds, token.parentId, token.id);
  }

  /** Everything that the loaded tokens wait for. */
  loadSubscriptions(rows: readonly SubscriptionRecord[]): void {
    this.addSubscriptions(rows);
    this.areSubscriptionsLoaded = true;
  }

  addSubscriptions(rows: readonly SubscriptionRecord[]): void {
    this.subscriptions.load(rows);
    for (const row of rows) if (this.subscriptions.get(row.id)) add(this.subscriptionIds, row.tokenId, row.id);
  }

  /** What was found of the tokens that are not here; null: there is none. It is not loaded by that, and neither is what it waits for. */
  markFound(wanted: ChildWanted, row: TokenRecord | undefined): void {
    this.found.set(keyOf(wanted), row ?? null);
  }

  loadCompensations(rows: readonly CompensationRecord[]): void {
    this.compensations.load(rows);
    this.areCompensationsComplete = true;
  }

  /** Every token of the planes around the command's is here; not what they wait for. */
  markPlanesComplete(): void {
    this.extent = 'planes';
    this.areSubscriptionsLoaded = false;
  }

  markTokensComplete(): void {
    this.extent = 'everything';
    this.areSubscriptionsLoaded = true;
    this.areConditionsComplete = true;
  }

  markConditionsComplete(): void {
    this.areConditionsComplete = true;
  }

  /** A new instance has no rows in the database. */
  markComplete(): void {
    this.markTokensComplete();
    this.areCompensationsComplete = true;
  }

  token(id: string): TokenRow | undefined {
    const row = this.tokens.get(id);
    if (!row && !this.tokens.isGone(id)) this.needMore();
    return row;
  }

  childrenOf(tokenId: string): readonly TokenRow[] {
    if (this.mayHaveMore(tokenId)) this.needMore();
    return resolve(this.childIds.get(tokenId), this.tokens);
  }

  childAt(tokenId: string, elementIds: ReadonlySet<string>, except: ReadonlySet<string>): TokenRow | undefined {
    const isMeant = (row: TokenRow) => elementIds.has(row.elementId) && !except.has(row.id);
    const held = resolve(this.childIds.get(tokenId), this.tokens).find(isMeant);
    if (held || this.extent === 'everything' || !this.mayHaveMore(tokenId)) return held;
    const wanted = { tokenId, elementIds: [...elementIds].toSorted() };
    const found = this.found.get(keyOf(wanted));
    if (found === undefined || (found && !isMeant(found))) throw new RowsNotLoaded({ rows: 'childAt', ...wanted });
    return found ?? undefined;
  }

  private mayHaveMore(tokenId: string): boolean {
    const parent = this.tokens.get(tokenId);
    const isContainer = parent !== undefined && CONTAINERS.has(parent.kind) && !this.tokens.isNew(tokenId);
    return isContainer && (this.extent === 'path' || parent.kind === 'multiInstance');
  }

  subscription(id: string): SubscriptionRow | undefined {
    const row = this.subscriptions.get(id);
    if (!row && !this.areSubscriptionsLoaded) throw new RowsNotLoaded({ rows: 'subscriptions' });
    if (!row && !this.subscriptions.isGone(id)) this.needMore();
    return row;
  }

  subscriptionsOf(tokenId: string): readonly SubscriptionRow[] {
    if (!this.areSubscriptionsLoaded && !this.tokens.isNew(tokenId)) throw new RowsNotLoaded({ rows: 'subscriptions' });
    return resolve(this.subscriptionIds.get(tokenId), this.subscriptions);
  }

  conditions(): readonly SubscriptionRow[] {
    if (!this.areConditionsComplete) throw new RowsNotLoaded({ rows: 'conditions' });
    return [...this.subscriptions.values()].filter((row) => row.kind === 'condition');
  }

  compensationsOf(scopeTokenId: string): readonly CompensationRow[] {
    if (!this.areCompensationsComplete) throw new RowsNotLoaded({ rows: 'compensations' });
    const rows = [...this.compensations.values()].filter((row) => row.scopeTokenId === scopeTokenId);
    return rows.sort((a, b) => a.sequence - b.sequence);
  }

  /** @throws RowsNotLoaded unless everything is here */
  private needMore(): void {
    if (this.extent !== 'everything') throw new RowsNotLoaded({ rows: this.extent === 'path' ? 'planes' : 'everything' });
  }

  planeOfToken(tokenId: string): string {
    return this.tokens.get(tokenId)?.plane ?? MAIN_PLANE;
  }

  /** Takes over what a step changed; nothing is written yet. */
  absorb(changes: Changes, now: Instant): void {
    this.instance = changes.instance;
    changes.tokens.inserted.forEach((row) => this.insertToken(row, now));
    changes.tokens.updated.forEach((row) => this.tokens.replace({ ...this.heldToken(row.id), ...row }));
    changes.subscriptions.inserted.forEach((row) => this.insertSubscription(row, now));
    changes.subscriptions.updated.forEach((row) => this.replaceSubscription(row));
    changes.compensations.inserted.forEach((row) => this.compensations.insert({ ...row, instanceId: this.instance.id }));
    changes.compensations.updated.forEach((row) => this.compensations.replace({ ...row, instanceId: this.instance.id }));
    changes.compensations.deletedIds.forEach((id) => this.compensations.remove(id));
    changes.subscriptions.deletedIds.forEach((id) => this.removeSubscription(id));
    changes.tokens.deletedIds.forEach((id) => this.removeToken(id));
  }

  private insertToken(row: TokenRow, now: Instant): void {
    const parent = row.parentId === null ? undefined : this.tokens.get(row.parentId);
    const plane = planeOf(row, parent && { token: parent, plane: parent.plane });
    this.tokens.insert({ ...row, instanceId: this.instance.id, plane, enteredAt: now });
    add(this.childIds, row.parentId, row.id);
  }

  private insertSubscription(row: SubscriptionRow, now: Instant): void {
    const plane = this.planeOfToken(row.tokenId);
    this.subscriptions.insert({ ...row, instanceId: this.instance.id, plane, openedAt: now, leasedUntil: null });
    add(this.subscriptionIds, row.tokenId, row.id);
  }

  private replaceSubscription(row: SubscriptionRow): void {
    const held = this.subscriptions.get(row.id);
    if (!held) throw new Error(`subscription ${row.id} is not held`);
    // a timer that repeats is free again for the next worker
    this.subscriptions.replace({ ...held, ...row, leasedUntil: null });
  }

  private removeToken(id: string): void {
    const parentId = this.tokens.get(id)?.parentId;
    if (parentId) this.childIds.get(parentId)?.delete(id);
    this.tokens.remove(id);
  }

  private removeSubscription(id: string): void {
    const tokenId = this.subscriptions.get(id)?.tokenId;
    if (tokenId) this.subscriptionIds.get(tokenId)?.delete(id);
    this.subscriptions.remove(id);
  }

  private heldToken(id: string): TokenRecord {
    const row = this.tokens.get(id);
    if (!row) throw new Error(`token ${id} is not held`);
    return row;
  }
}

function add(index: Map<string, Set<string>>, key: string | null, id: string): void {
  if (key === null) return;
  const ids = index.get(key) ?? new Set<string>();
  index.set(key, ids.add(id));
}

function resolve<Row extends { id: string }>(ids: ReadonlySet<string> | undefined, rows: RowSet<Row>): Row[] {
  return [...(ids ?? [])].map((id) => rows.get(id)).filter((row) => row !== undefined);
}
