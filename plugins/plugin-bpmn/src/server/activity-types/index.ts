import type { Element, Json, Variables } from '@wuxin/bpmn-core';
import type { Database } from '@nocobase/database';
import type { ErrorData } from '../runtime/errors';
import type { ActorOrSystem } from '../runtime/actor';
import { perDatabase } from '../runtime/per-database';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord, ReadTx } from '../store';
import type { Unit } from '../engine';
import type { LoadedVersion } from '../versions';
import type { ScratchCase } from './scratch';

export type { ScratchCase, ScratchRecord } from './scratch';

/** What an activity type may use when its work begins, inside the transaction of the command that led there. */
export interface ActivityContext {
  readonly tx: Tx;
  readonly unit: Unit;
  readonly version: LoadedVersion;
  readonly instance: InstanceRecord;
  readonly element: Element;
  readonly tokenId: string;
  readonly plane: string;
  /** Variables that the activity sees: its own, then those of the scopes around it. */
  readonly variables: Variables;
  readonly record: Variables | null;
  readonly actor: ActorOrSystem;
  /** The task whose completion led here. */
  readonly byTaskId: string | null;
  /** The process is only tried out: what the activity would read of the case or write to its record is here, and nowhere else. */
  readonly scratch: ScratchCase | null;
  /** `record`: instead of the plain fields, e.g. with rows of sub-tables that the activity has read. */
  evaluate(expression: string, record?: Variables | null): Json;
}

/** What is known of work that is taken away, inside the transaction that takes it. */
export type CancelledActivity = Pick<ActivityContext, 'tx' | 'unit' | 'version' | 'instance' | 'element' | 'tokenId' | 'actor'>;

/** What an activity has decided, in one sentence of both languages: it is kept in the history of the case, so it names no person. */
export type DecidedText = Readonly<Record<Locale, string>>;

export type Entered =
  /** Somebody or something will complete the token later. */
  | { readonly kind: 'waiting' }
  /** Done at once, in this transaction. */
  | { readonly kind: 'completed'; readonly variables: Variables; readonly decided?: DecidedText }
  /** Cannot begin: an incident asks an administrator; retrying it begins again. */
  | { readonly kind: 'failed'; readonly code: string; readonly data: Record<string, Json> };

/**
 * A kind of work in a process. Other plugins add theirs; the user task uses the same door. `enter` writes through
 * `context.unit` only and reaches nothing outside the database: effects outside are jobs.
 */
export interface ActivityType {
  readonly type: string;
  /**
   * With `context.scratch` it writes to no table and asks nothing outside, so that a try-out runs it. Without this a try-out does not
   * enter it, and asks instead what it would give.
   */
  readonly canBeTried?: boolean;
  /** What administrators choose it by; without one its name is shown. */
  title?(locale: Locale): string;
  /** At deploy: codes of what is wrong with the element, with facts for its text. */
  validate?(element: Element, db: Database): readonly { readonly code: string; readonly data?: ErrorData }[];
  /** The sentence for a problem that `validate` found. @returns undefined where plugin-bpmn has the text itself */
  problemText?(locale: Locale, code: string, data: ErrorData): string | undefined;
  enter(context: ActivityContext): Promise<Entered>;
  /**
   * The work was taken away before it was done: by an event at its border, a withdrawal, a return, the end of the case. What the type
   * holds of its own goes here; task, jobs and timers go by themselves. What it throws refuses the command.
   */
  cancel?(context: CancelledActivity): Promise<void>;
  /**
   * What work that was entered as `waiting` waits for, by token, for whoever tracks the case: every reader of the case reads it. A token that it says
   * nothing of has no such work any more, and `npm run audit -- verify` finds a case that stands still.
   */
  waitsFor?(asked: {
    readonly tx: ReadTx;
    readonly tokenIds: readonly string[];
    readonly locale: Locale;
  }): Promise<ReadonlyMap<string, AwaitedWork>>;
}

export interface AwaitedWork {
  /** One sentence in the reader's language; it names no person. */
  readonly text: string;
  /** Where the work is done, within the application: `/admin/…`. */
  readonly address?: string;
}

class ActivityTypes {
  private readonly byType = new Map<string, ActivityType>();

  /** @throws Error when the name is taken: two plugins would run each other's work */
  register(type: ActivityType): void {
    if (this.byType.has(type.type)) throw new Error(`activity type ${type.type} is registered already`);
    this.byType.set(type.type, type);
  }

  /** For a plugin whose `beforeLoad` runs again when the application reloads. */
  registerOnce(type: ActivityType): void {
    this.byType.set(type.type, type);
  }

  has(type: string): boolean {
    return this.byType.has(type);
  }

  /** What a service task can do, in the order in which plugins came. */
  ofServices(): readonly ActivityType[] {
    return [...this.byType.values()].filter(({ type }) => !Object.values(DEFAULT_TYPES).includes(type));
  }

  for(element: Element): ActivityType | undefined {
    const name = element.settings.activityType ?? DEFAULT_TYPES[element.type];
    return name === undefined ? undefined : this.byType.get(name);
  }
}

const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  'bpmn:UserTask': 'userTask',
  'bpmn:BusinessRuleTask': 'decision',
};

/** The activity types of one application. */
export const activityTypesOf = perDatabase(() => new ActivityTypes());
