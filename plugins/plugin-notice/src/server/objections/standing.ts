import type { ObjectionAct, ObjectionLevel, ObjectionStatus } from '../../common/api';
import type { NoticeRecord, ObjectionRecord, StaffRecord } from '../store';

/** An objection with what it is about and whoever has a post there. */
export interface Subject {
  readonly notice: Pick<NoticeRecord, 'createdById' | 'approvedById'>;
  readonly objection: Pick<ObjectionRecord, 'againstUserId' | 'level' | 'status'>;
  readonly staff: readonly Pick<StaffRecord, 'userId' | 'post'>[];
}

/** What somebody is to one objection. */
export interface Standing {
  readonly hasPart: boolean;
  /** It is against them, or against what they did: they neither learn who objects nor decide. */
  readonly isAgainst: boolean;
  /** They decide on it at the level at which it is. */
  readonly isDeciding: boolean;
}

/** Who decides at which level. */
export const DECIDES = { community: 'decider', township: 'superior' } as const satisfies Record<ObjectionLevel, string>;

/** Whoever wrote the notice or approved it did what the objection is against, beside whom it names. */
export function isAgainst(userId: number, { notice, objection }: Omit<Subject, 'staff'>): boolean {
  return [objection.againstUserId, notice.createdById, notice.approvedById].includes(userId);
}

export function standingOf(userId: number, subject: Subject): Standing {
  const posts = subject.staff.flatMap((one) => (one.userId === userId ? [one.post] : []));
  const against = isAgainst(userId, subject);
  return {
    hasPart: posts.length > 0,
    isAgainst: against,
    isDeciding: !against && posts.includes(DECIDES[subject.objection.level]),
  };
}

/** Is there anybody in the community who may decide? Otherwise the level above does. */
export function levelOf(subject: Subject): ObjectionLevel {
  if (subject.objection.level === 'township') return 'township';
  const deciders = subject.staff.filter(({ post }) => post === DECIDES.community);
  return deciders.some(({ userId }) => !isAgainst(userId, subject)) ? 'community' : 'township';
}

interface Rule {
  readonly from: readonly ObjectionStatus[];
  /** Whoever enters objections may do it as well, and whoever else staffs the notice. */
  readonly isEntered?: true;
}

/** Every act by its name: from which states. What the desk offers and what a command refuses is the same line. */
export const ACTS: Readonly<Record<ObjectionAct, Rule>> = {
  reveal: { from: ['received', 'accepted', 'hearing', 'answered', 'appealed', 'closed', 'refused'] },
  accept: { from: ['received'] },
  refuse: { from: ['received'] },
  setAgainst: { from: ['received', 'accepted', 'hearing', 'answered', 'appealed'] },
  recordHearing: { from: ['accepted', 'hearing'] },
  answer: { from: ['accepted', 'hearing'] },
  appeal: { from: ['answered'], isEntered: true },
  reconsider: { from: ['appealed'] },
  close: { from: ['answered'] },
};

const NAMES = Object.keys(ACTS) as ObjectionAct[]; // its keys are these

/** Whether somebody may do it at all, whatever state the objection is in. */
export function isFor(name: ObjectionAct, standing: Standing, mayReceive: boolean): boolean {
  if (standing.isAgainst) return false;
  return standing.isDeciding || (ACTS[name].isEntered === true && (mayReceive || standing.hasPart));
}

export const mayDo = (standing: Standing, mayReceive: boolean, status: ObjectionStatus): ObjectionAct[] =>
  NAMES.filter((name) => isFor(name, standing, mayReceive) && ACTS[name].from.includes(status));
