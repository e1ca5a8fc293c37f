import type { Answer, Certainty, MeetingPost, MeetingStatus, MotionStatus, Secrecy, Way } from '../../common/api';
import type { TextKey } from '../i18n';

export const STATUSES: readonly MeetingStatus[] = ['draft', 'convened', 'open', 'adjourned', 'closed', 'notHeld', 'cancelled'];
export const POSTS: readonly MeetingPost[] = ['chair', 'minuteTaker', 'teller', 'supervisor', 'clerk'];

export const MEETING_STATUS_TEXT: Record<MeetingStatus, TextKey> = {
  draft: 'meeting.status.draft',
  convened: 'meeting.status.convened',
  open: 'meeting.status.open',
  adjourned: 'meeting.status.adjourned',
  closed: 'meeting.status.closed',
  notHeld: 'meeting.status.notHeld',
  cancelled: 'meeting.status.cancelled',
};

export const POST_TEXT: Record<MeetingPost, TextKey> = {
  chair: 'post.chair',
  minuteTaker: 'post.minuteTaker',
  teller: 'post.teller',
  supervisor: 'post.supervisor',
  clerk: 'post.clerk',
};

export const WAY_TEXT: Record<Way, TextKey> = {
  showOfHands: 'way.showOfHands',
  rollCall: 'way.rollCall',
  paper: 'way.paper',
  phone: 'way.phone',
  mixed: 'way.mixed',
};

export const SECRECY_TEXT: Record<Secrecy, TextKey> = {
  open: 'secrecy.open',
  linkable: 'secrecy.linkable',
  secret: 'secrecy.secret',
};

export const MOTION_STATUS_TEXT: Record<MotionStatus, TextKey> = {
  waiting: 'motion.status.waiting',
  open: 'motion.status.open',
  counting: 'motion.status.counting',
  decided: 'motion.status.decided',
  withdrawn: 'motion.status.withdrawn',
  void: 'motion.status.void',
};

export const ANSWERS: readonly Answer[] = ['approve', 'oppose', 'abstain'];
export const ANSWER_TEXT: Record<Answer, TextKey> = {
  approve: 'answer.approve',
  oppose: 'answer.oppose',
  abstain: 'answer.abstain',
};

export const CERTAINTY_TEXT: Record<Certainty, TextKey> = {
  found: 'certainty.found',
  known: 'certainty.known',
  unsure: 'certainty.unsure',
};
