import { loadSodium, sealChoice, type Choice } from '@wuxin/ballot-box';
import type { DrawnKeyView, DrawnSlipsView } from '../../common/api';
import type { Hall, Person } from './hall';

/** What an open meeting of the hall needs to vote in secret, as people hold it on paper. */
export interface PaperOfMeeting {
  readonly id: string;
  readonly codes: string[];
  readonly publicKey: string;
  readonly shares: DrawnKeyView['shares'];
}

/** A meeting with its key and its slips drawn, and a slip handed to everybody who is there. */
export async function secretMeeting(
  hall: Hall,
  { people, present, slips = people }: { people: number; present: number; slips?: number },
): Promise<PaperOfMeeting> {
  const id = await hall.opened(hall.people(people), present);
  const { publicKey, shares } = await hall.do<DrawnKeyView>('chair', 'ballotBoxes:drawKey', id);
  const { codes } = await hall.do<DrawnSlipsView>('clerk', 'ballotBoxes:drawSlips', id, { count: slips });
  for (const { id: entryId } of (await hall.entries(id)).slice(0, Math.min(present, slips))) {
    await hall.do('clerk', 'ballotBoxes:handOut', id, { entryId });
  }
  return { id, codes, publicKey, shares };
}

/** A voter's phone seals and casts. */
export async function castByPhone(
  hall: Hall,
  { id, publicKey }: PaperOfMeeting,
  { motionId, code, choice }: { motionId: string; code: string; choice: Choice },
) {
  const sealed = sealChoice(await loadSodium(), publicKey, { motionId, choice });
  return hall.test.as().post<{ receipt: string }>(`ballot-box/${id}/cast`, { data: { motionId, code, sealed } });
}

/** The box is opened by the first teller, who enters both shares. */
export const openBoxOf = (hall: Hall, { shares }: PaperOfMeeting, motionId: string, by: Person = 'teller') =>
  hall.send<{ ballots: number; head: string }>(by, 'ballotBoxes:openBox', motionId, { shares: shares.slice(0, 2) });
