import type { MeetingPost } from '../../common/api';
import type { Who } from '../rights';
import type { MeetingRecord, MotionRecord, RollRecord } from '../store';
import { ACTS, actOf, type ActName } from './table';

/** What an act is about. */
export interface Subject {
  readonly meeting: Pick<MeetingRecord, 'status'>;
  /** Null: none was filled or entered yet. */
  readonly roll: Pick<RollRecord, 'status'> | null;
  readonly motion?: Pick<MotionRecord, 'status' | 'way'>;
}

/** Whether somebody with these posts may do it at all, whatever state the meeting is in. */
export function isFor(name: ActName, { isAdministrator }: Pick<Who, 'isAdministrator'>, posts: readonly MeetingPost[]): boolean {
  const act = actOf(name);
  return (isAdministrator && !act.isForPostsOnly) || posts.some((post) => act.posts.includes(post));
}

/** Whether the state of things lets anybody do it. */
export function fits(name: ActName, { meeting, roll, motion }: Subject): boolean {
  const act = actOf(name);
  if (!act.meeting.includes(meeting.status)) return false;
  if (act.roll === 'frozen' && roll?.status !== 'frozen') return false;
  if (act.roll === 'draft' && roll?.status === 'frozen') return false;
  if (act.motion && !(motion && act.motion.includes(motion.status))) return false;
  return !act.ways || (motion !== undefined && act.ways.includes(motion.way));
}

const NAMES = Object.keys(ACTS) as ActName[]; // its keys are these

/** Everything of the meeting, or of one of its motions, that somebody may do now. */
export function mayDo(who: Pick<Who, 'isAdministrator'>, posts: readonly MeetingPost[], subject: Subject): ActName[] {
  const isOfMotion = (name: ActName) => actOf(name).motion !== undefined;
  return NAMES.filter((name) => isOfMotion(name) === (subject.motion !== undefined))
    .filter((name) => isFor(name, who, posts))
    .filter((name) => fits(name, subject));
}
