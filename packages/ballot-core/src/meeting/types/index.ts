import { BallotError } from '../../errors';
import { parseMeetingType, type MeetingType } from '../meeting-type';
import { otherMeetings } from './others';
import { urbanMeetings } from './urban';
import { villageMeetings } from './village';

const TYPES: ReadonlyMap<string, MeetingType> = new Map(
  [...villageMeetings, ...urbanMeetings, ...otherMeetings].map(parseMeetingType).map((type) => [type.key, type]),
);

/** Keys of the meeting types that come with the package (domain rule P11), in the order of the README. */
export const meetingTypeKeys = (): string[] => [...TYPES.keys()];

/**
 * A meeting type that comes with the package.
 *
 * @throws BallotError `ballot.meetingTypeUnknown`
 */
export function findMeetingType(key: string): MeetingType {
  const type = TYPES.get(key);
  if (!type) throw new BallotError('ballot.meetingTypeUnknown', { meetingType: key, known: meetingTypeKeys() });
  return type;
}
