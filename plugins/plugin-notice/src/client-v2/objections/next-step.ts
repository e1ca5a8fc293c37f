import type { ObjectionView } from '../../common/api';
import type { TextKey } from './texts';

type Known = Pick<ObjectionView, 'status' | 'level' | 'needsHearing' | 'hearingOn' | 'may'>;

const MINE = {
  received: 'objection.page.next.decideAcceptance',
  hearingFirst: 'objection.page.next.hearFirst',
  accepted: 'objection.page.next.answer',
  appealed: 'objection.page.next.reconsider',
} as const satisfies Record<string, TextKey>;

const OTHERS = {
  received: 'objection.page.next.waitsForAcceptance',
  hearingFirst: 'objection.page.next.waitsForHearing',
  accepted: 'objection.page.next.waitsForAnswer',
  appealed: 'objection.page.next.waitsForReconsideration',
} as const satisfies Record<string, TextKey>;

/** What has to be done next, said to whoever looks: to who does it as a task, to others as what is waited for. */
export function nextStepOf({ status, needsHearing, hearingOn, may }: Known): TextKey {
  const isHearingFirst = needsHearing && hearingOn === null;
  switch (status) {
    case 'received':
      return (may.includes('accept') ? MINE : OTHERS).received;
    case 'accepted':
    case 'hearing':
      return (may.includes('answer') ? MINE : OTHERS)[isHearingFirst ? 'hearingFirst' : 'accepted'];
    case 'appealed':
      return (may.includes('reconsider') ? MINE : OTHERS).appealed;
    case 'answered':
      return 'objection.page.next.mayAppeal';
    case 'closed':
      return 'objection.page.next.closed';
    case 'refused':
      return 'objection.page.next.refused';
  }
}
