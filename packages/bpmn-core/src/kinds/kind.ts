import type { SubscriptionRow, TokenRow, Variables } from '../contract';
import type { Checker } from '../compile/check';
import type { Element, Flow } from '../graph';
import type { Run } from '../interpret/run';
import type { ModdleElement } from '../parse';

/** The parts of an element that only its own kind reads from the file. */
export type Details = Partial<Pick<Element, 'activity' | 'scope' | 'event' | 'task'>>;

/**
 * All there is to one kind of BPMN element: how it is read, what is wrong with it, what it does. A new kind is a new file
 * in this folder and one line in `index.ts`.
 */
export interface ElementKind {
  readonly name: string;
  /** Whether an element of the file is of this kind. */
  matches(source: ModdleElement): boolean;
  read(source: ModdleElement): Details;
  /** Names everything that cannot run. */
  check?(element: Element, check: Checker): void;
  /** A token has arrived; for activities: one run of the activity begins. */
  enter(run: Run, token: TokenRow, element: Element): void;
  /** Flows to take on leaving; without it, as out of activities. */
  choose?(run: Run, token: TokenRow, element: Element): readonly Flow[];
  /** Something it waits for has happened. */
  triggered?(run: Run, subscription: SubscriptionRow, element: Element, variables: Variables): void;
  /** It ends before it was done: tells the outside to stop. */
  cancelled?(run: Run, token: TokenRow, element: Element): void;
  /** The last token inside is gone. */
  emptied?(run: Run, token: TokenRow, element: Element): void;
  /** A direct child has moved on or ended. */
  childLeft?(run: Run, token: TokenRow, element: Element): void;
}
