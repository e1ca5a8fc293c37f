import type {
  Applied,
  CompensationRow,
  Effect,
  Env,
  HistoryEntry,
  HistoryKind,
  InstanceRow,
  StateReader,
  SubscriptionRow,
  TokenRow,
} from '../contract';
import { findElement, type Element, type Graph } from '../graph';
import type { JsonObject } from '../json';
import type { ElementKind } from '../kinds';
import { GraphMismatchError } from './errors';
import type { QueuedStep, Step, Trail } from './step';
import { Table } from './table';

interface Mark {
  readonly tokens: number;
  readonly subscriptions: number;
  readonly compensations: number;
  readonly instance: InstanceRow;
  readonly effects: number;
  readonly history: number;
  readonly queue: number;
}

/** Everything that one command reads and writes; made by `apply`, thrown away after it. */
export class Run {
  readonly tokens: Table<TokenRow>;
  readonly subscriptions: Table<SubscriptionRow>;
  readonly compensations: Table<CompensationRow>;
  instance: InstanceRow;
  /** Scopes whose tokens came, went or moved: where joins have to be looked at when nothing else moves. */
  readonly touchedScopes = new Set<string>();
  variablesChanged = false;
  trail: Trail | null = null;
  private readonly effects: Effect[] = [];
  private readonly history: HistoryEntry[] = [];
  private readonly queue: QueuedStep[] = [];
  private nextInQueue = 0;

  constructor(
    readonly graph: Graph,
    readonly reader: StateReader,
    readonly env: Env,
    private readonly kinds: ReadonlyMap<string, ElementKind>,
  ) {
    this.instance = reader.instance;
    const isNewToken = (id: string) => this.tokens.isInserted(id);
    this.tokens = new Table<TokenRow>({
      load: (id) => reader.token(id),
      loadGroup: (id) => reader.childrenOf(id),
      groupOf: (row) => row.parentId,
      isNewGroup: isNewToken,
    });
    this.subscriptions = new Table<SubscriptionRow>({
      load: (id) => reader.subscription(id),
      loadGroup: (id) => reader.subscriptionsOf(id),
      groupOf: (row) => row.tokenId,
      isNewGroup: isNewToken,
    });
    this.compensations = new Table<CompensationRow>({
      // The contract has no look-up by id: rows are read with their group first.
      load: () => undefined,
      loadGroup: (id) => reader.compensationsOf(id),
      groupOf: (row) => row.scopeTokenId,
      isNewGroup: isNewToken,
    });
  }

  element(id: string): Element {
    const element = findElement(this.graph, id);
    if (!element) throw new GraphMismatchError('elementMissing', { elementId: id });
    return element;
  }

  kindOf(element: Element): ElementKind {
    const kind = this.kinds.get(element.kind);
    if (!kind) throw new GraphMismatchError('kindUnknown', { elementId: element.id, kind: element.kind });
    return kind;
  }

  newId(): string {
    const { id, nextSequence } = this.instance;
    this.instance = { ...this.instance, nextSequence: nextSequence + 1 };
    return `${id}:${nextSequence}`;
  }

  parentOf(token: TokenRow): TokenRow | null {
    return token.parentId === null ? null : (this.tokens.get(token.parentId) ?? null);
  }

  /** Whether a token of a scope stands at one of these elements. */
  isAnyAt(scopeId: string, elementIds: ReadonlySet<string>): boolean {
    return this.tokens.someInGroup(
      scopeId,
      ({ elementId }) => elementIds.has(elementId),
      (except) => this.reader.childAt(scopeId, elementIds, except),
    );
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
  }

  log(kind: HistoryKind, elementId: string, tokenId: string | null, data: JsonObject = {}): void {
    this.history.push({ kind, elementId, tokenId, at: this.env.now, data });
  }

  push(step: Step): void {
    this.queue.push({ step, trail: this.trail });
  }

  shift(): QueuedStep | undefined {
    const next = this.queue[this.nextInQueue];
    if (next) this.nextInQueue += 1;
    return next;
  }

  hasSteps(): boolean {
    return this.nextInQueue < this.queue.length;
  }

  mark(): Mark {
    return {
      tokens: this.tokens.mark(),
      subscriptions: this.subscriptions.mark(),
      compensations: this.compensations.mark(),
      instance: this.instance,
      effects: this.effects.length,
      history: this.history.length,
      queue: this.queue.length,
    };
  }

  rollback(mark: Mark): void {
    this.tokens.rollback(mark.tokens);
    this.subscriptions.rollback(mark.subscriptions);
    this.compensations.rollback(mark.compensations);
    this.instance = mark.instance;
    this.effects.length = mark.effects;
    this.history.length = mark.history;
    this.queue.length = mark.queue;
  }

  applied(): Applied {
    return {
      changes: {
        instance: this.instance,
        tokens: this.tokens.changes(),
        subscriptions: this.subscriptions.changes(),
        compensations: this.compensations.changes(),
      },
      effects: this.effects,
      history: this.history,
    };
  }
}
