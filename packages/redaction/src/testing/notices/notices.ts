import { Chance } from '../chance';
import { harmless } from '../harmless';
import { GENERATED_ON } from '../people';
import { NoticeWriter, type GeneratedNotice } from '../writer';
import { covenantNotice, decision, relief, complaintAnswer, pension, groupMessage, guardians } from './letters';
import { subsidyList, subsidyForm, electionList, financeTable, pupils } from './lists';

export { GENERATED_ON };

/** A notice of one of the kinds that communities publish, with people of chance in it. The same seed gives the same notice. */
export function noticeOf(seed: number): GeneratedNotice {
  const chance = new Chance(seed);
  const writer = new NoticeWriter(chance);
  chance.one(KINDS)(writer);
  for (let left = chance.whole(1, 4); left > 0; left -= 1) writer.paragraph(harmless(chance));
  return writer.finish();
}

type Kind = (writer: NoticeWriter) => void;
const KINDS: readonly Kind[] = [
  subsidyList,
  subsidyForm,
  covenantNotice,
  electionList,
  financeTable,
  decision,
  relief,
  pupils,
  complaintAnswer,
  pension,
  groupMessage,
  guardians,
];
