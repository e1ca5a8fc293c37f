import { perDatabase, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeRecord } from '../store';

/** A notice whose period is over with nothing open, or to which an objection was upheld and nothing follows it here. */
export interface EndedNotice {
  readonly notice: NoticeRecord;
  /** Of an objection that was upheld: the step of the process that it concerns. */
  readonly affectedStep: string | null;
  readonly by: ActorOrSystem;
}

type Handler = (tx: Tx, ended: EndedNotice) => Promise<void>;

class NoticeEnded {
  private handlers: readonly Handler[] = [];

  register(handler: Handler): void {
    // an application that reloads loads its plugins again
    if (!this.handlers.includes(handler)) this.handlers = [...this.handlers, handler];
  }

  async tell(tx: Tx, ended: EndedNotice): Promise<void> {
    for (const handler of this.handlers) await handler(tx, ended);
  }
}

/** Whoever waits for notices: told in the transaction in which one ends, so that both happen or neither. */
export const noticeEnded = perDatabase(() => new NoticeEnded());
