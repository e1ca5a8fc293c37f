import { perDatabase, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { AffectedStep, NoticeOutcome, ObjectionDecision } from '../../common/api';
import type { NoticeRecord } from '../store';

/** An objection that changes its notice: it is withdrawn for correction, and a corrected one is published. */
export interface NoticeCorrection {
  readonly noticeId: string;
  readonly objectionId: string;
  /** `corrected`: only the text is wrong. */
  readonly decision: Exclude<ObjectionDecision, 'rejected'>;
  /** To which step the matter itself goes back. */
  readonly affectedStep: string | null;
  readonly by: ActorOrSystem;
}

type Correct = (tx: Tx, correction: NoticeCorrection) => Promise<void>;

class NoticeCorrections {
  private handler: Correct | undefined;

  /** The one that was registered last: an application that reloads loads its plugins again. */
  register(handler: Correct): void {
    this.handler = handler;
  }

  async ask(tx: Tx, correction: NoticeCorrection): Promise<void> {
    if (!this.handler) throw new Error('nobody is registered who withdraws notices for correction');
    await this.handler(tx, correction);
  }
}

/**
 * Whoever withdraws a notice because an objection stands: asked in the transaction of the answer, with case and notice locked. It may be asked again of a
 * notice that was withdrawn before, by another objection or by the level above.
 */
export const noticeCorrections = perDatabase(() => new NoticeCorrections());

/** Nothing is open on a notice any more. */
export interface SettledNotice {
  readonly noticeId: string;
  readonly outcome: NoticeOutcome;
  readonly by: ActorOrSystem;
}

type Settled = (tx: Tx, settled: SettledNotice) => Promise<void>;

class NoticeSettled {
  private handlers: readonly Settled[] = [];

  register(handler: Settled): void {
    // an application that reloads loads its plugins again
    if (!this.handlers.includes(handler)) this.handlers = [...this.handlers, handler];
  }

  async tell(tx: Tx, settled: SettledNotice): Promise<void> {
    for (const handler of this.handlers) await handler(tx, settled);
  }
}

/** Whoever waits for the objections to a notice: told in the transaction that closes the last one, also while its period still runs. */
export const noticeSettled = perDatabase(() => new NoticeSettled());

type Steps = (tx: Tx, notice: NoticeRecord) => Promise<readonly AffectedStep[]>;

class AffectedSteps {
  private steps: Steps = async () => [];

  register(steps: Steps): void {
    this.steps = steps;
  }

  of(tx: Tx, notice: NoticeRecord): Promise<readonly AffectedStep[]> {
    return this.steps(tx, notice);
  }
}

/** Steps of a notice's matter of which an upheld objection names one, e.g. `consultation`, `review`, `vote`; none: it is not asked. */
export const affectedStepsOf = perDatabase(() => new AffectedSteps());

type Reopen = (tx: Tx, noticeId: string, by: ActorOrSystem) => Promise<{ readonly caseWentOn: boolean }>;

class NoticeReopenings {
  private handler: Reopen | undefined;

  /** The one that was registered last: an application that reloads loads its plugins again. */
  register(handler: Reopen): void {
    this.handler = handler;
  }

  async ask(tx: Tx, noticeId: string, by: ActorOrSystem): Promise<{ readonly caseWentOn: boolean }> {
    if (!this.handler) throw new Error('nobody is registered who opens notices again');
    return this.handler(tx, noticeId, by);
  }
}

/** Whoever opens a notice again for an objection that was handed in before it ended: asked with case and notice locked. */
export const noticeReopenings = perDatabase(() => new NoticeReopenings());

type Higher = (tx: Tx, placeId: string) => Promise<readonly (readonly number[])[]>;

class HigherDeciders {
  private find: Higher = async () => [];

  register(find: Higher): void {
    this.find = find;
  }

  above(tx: Tx, placeId: string): Promise<readonly (readonly number[])[]> {
    return this.find(tx, placeId);
  }
}

/**
 * Who may decide on an objection where every superior of its notice is objected against: people of the places above, the nearest place first. Whoever
 * keeps the posts registers it.
 */
export const higherDecidersOf = perDatabase(() => new HigherDeciders());
