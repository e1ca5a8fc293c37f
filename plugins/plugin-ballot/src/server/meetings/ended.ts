import { perDatabase, type Actor, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingRecord, MotionRecord } from '../store';

/** A meeting that ended at its desk: closed, not held or cancelled. */
export interface EndedMeeting {
  readonly meeting: MeetingRecord;
  readonly motions: readonly MotionRecord[];
  readonly by: Actor;
}

type Handler = (tx: Tx, ended: EndedMeeting) => Promise<void>;

class MeetingEnded {
  private handlers: readonly Handler[] = [];

  register(handler: Handler): void {
    // an application that reloads loads its plugins again
    if (!this.handlers.includes(handler)) this.handlers = [...this.handlers, handler];
  }

  async tell(tx: Tx, ended: EndedMeeting): Promise<void> {
    for (const handler of this.handlers) await handler(tx, ended);
  }
}

/** Whoever waits for meetings: told in the transaction in which one ends, so that both happen or neither. */
export const meetingEnded = perDatabase(() => new MeetingEnded());
