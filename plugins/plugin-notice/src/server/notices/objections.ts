import { perDatabase, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionsSummary } from '../../common/api';

/** How the objections to a notice stand. Whoever keeps them registers this. */
export type ObjectionsOf = (tx: Tx, noticeId: string) => Promise<ObjectionsSummary>;

const NONE: ObjectionsSummary = { total: 0, open: 0, rejected: 0, upheld: 0 };

class Objections {
  private ask: ObjectionsOf = async () => NONE;

  register(ask: ObjectionsOf): void {
    this.ask = ask;
  }

  to(tx: Tx, noticeId: string): Promise<ObjectionsSummary> {
    return this.ask(tx, noticeId);
  }
}

/** Objections by notice, of one application; none until somebody registers. */
export const objectionsOf = perDatabase(() => new Objections());
