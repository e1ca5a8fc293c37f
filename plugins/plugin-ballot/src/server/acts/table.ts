import type { MeetingPost, MeetingStatus, MotionStatus, Way } from '../../common/api';

/** Who does something of a meeting, and in which state of it. */
export interface Act {
  readonly posts: readonly MeetingPost[];
  readonly meeting: readonly MeetingStatus[];
  readonly motion?: readonly MotionStatus[];
  readonly ways?: readonly Way[];
  readonly roll?: 'draft' | 'frozen';
  /** Only the post itself: an administrator is no teller. */
  readonly isForPostsOnly?: true;
}

const PREPARED = ['draft', 'convened'] as const;
const HELD = ['convened', 'open', 'adjourned'] as const;
const SECRETARIES = ['chair', 'minuteTaker'] as const;
const DESK = ['chair', 'minuteTaker', 'clerk'] as const;

/** Every change of a meeting by the name of its action. What the desk offers and what a command refuses is the same line. */
export const ACTS = {
  'ballotMeetings:update': { posts: SECRETARIES, meeting: ['draft'] },
  'ballotMeetings:setStaff': { posts: ['chair'], meeting: ['draft', ...HELD] },
  'ballotMeetings:convene': { posts: ['chair'], meeting: ['draft'] },
  'ballotMeetings:cancel': { posts: ['chair'], meeting: ['draft'] },
  'ballotMeetings:open': { posts: ['chair'], meeting: ['convened', 'adjourned'] },
  'ballotMeetings:adjourn': { posts: ['chair'], meeting: ['open'] },
  'ballotMeetings:notHeld': { posts: ['chair'], meeting: HELD },
  'ballotMeetings:reconvene': { posts: ['chair'], meeting: ['notHeld'] },
  'ballotMeetings:saveMinutes': { posts: SECRETARIES, meeting: ['open', 'adjourned'] },
  'ballotMeetings:close': { posts: ['chair'], meeting: ['open'] },
  'ballotRolls:fill': { posts: DESK, meeting: PREPARED, roll: 'draft' },
  'ballotRolls:enter': { posts: DESK, meeting: PREPARED, roll: 'draft' },
  'ballotRolls:remove': { posts: DESK, meeting: PREPARED, roll: 'draft' },
  'ballotRolls:freeze': { posts: ['chair'], meeting: PREPARED, roll: 'draft' },
  'ballotRolls:proposeChange': { posts: DESK, meeting: HELD, roll: 'frozen' },
  'ballotRolls:confirmChange': { posts: DESK, meeting: HELD, roll: 'frozen' },
  'ballotRolls:refuseChange': { posts: DESK, meeting: HELD, roll: 'frozen' },
  'ballotAttendance:arrive': { posts: ['chair', 'clerk'], meeting: HELD, roll: 'frozen' },
  'ballotAttendance:leave': { posts: ['chair', 'clerk'], meeting: HELD, roll: 'frozen' },
  'ballotAttendance:ticket': { posts: ['chair', 'clerk'], meeting: HELD, roll: 'frozen' },
  'ballotMotions:create': { posts: SECRETARIES, meeting: ['draft', ...HELD] },
  'ballotMotions:update': { posts: SECRETARIES, meeting: ['draft', ...HELD], motion: ['waiting'] },
  'ballotMotions:withdraw': { posts: ['chair'], meeting: ['draft', ...HELD], motion: ['waiting'] },
  'ballotMotions:open': { posts: ['chair'], meeting: ['open'], motion: ['waiting'] },
  'ballotMotions:answer': { posts: ['chair', 'clerk'], meeting: ['open'], motion: ['open'], ways: ['rollCall'] },
  'ballotMotions:close': { posts: ['chair'], meeting: ['open'], motion: ['open'] },
  'ballotMotions:count': {
    posts: ['teller'],
    meeting: ['open'],
    motion: ['counting'],
    ways: ['showOfHands', 'paper', 'mixed'],
    isForPostsOnly: true,
  },
  'ballotMotions:countAgain': {
    posts: ['chair'],
    meeting: ['open'],
    motion: ['counting'],
    ways: ['showOfHands', 'paper', 'mixed'],
  },
  'ballotMotions:decide': { posts: ['chair'], meeting: ['open'], motion: ['counting'] },
  'ballotMotions:nextRound': { posts: SECRETARIES, meeting: ['open'], motion: ['decided', 'void'] },
  'ballotBoxes:drawKey': { posts: ['chair'], meeting: ['convened', 'open'] },
  'ballotBoxes:drawSlips': { posts: ['chair', 'clerk'], meeting: ['convened', 'open'], roll: 'frozen' },
  'ballotBoxes:handOut': { posts: ['clerk'], meeting: ['convened', 'open'], roll: 'frozen' },
  'ballotBoxes:exchange': { posts: ['clerk'], meeting: ['open'], roll: 'frozen' },
  'ballotBoxes:openBox': {
    posts: ['teller'],
    meeting: ['open'],
    motion: ['counting'],
    ways: ['phone', 'mixed'],
    isForPostsOnly: true,
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS;

/** One line of the table without what only its own literal has. */
export const actOf = (name: ActName): Act => ACTS[name];
