import { conflict, docxOf, fileNameOf, textOf, type Locale, type PrintedDocument, type Tx } from '@wuxin/plugin-bpmn';
import { movementsOf } from '../attendance';
import { readAsStaff } from '../desk';
import { placeRefs } from '../meetings';
import type { Who } from '../rights';
import { entriesOf } from '../rolls';
import { meetingTypeOf } from '../rules';
import { tables } from '../store';
import { minutesOf } from './minutes';

/**
 * The minutes as a Word file, for the staff of a meeting that has begun: what is in it is what is stored at this moment.
 *
 * @throws not found `ballot.meetingNotFound`; conflict `ballot.notOpenedYet`
 */
export async function minutesFile(tx: Tx, who: Who, id: string, locale: Locale): Promise<PrintedDocument> {
  const { meeting, staff, roll } = await readAsStaff(tx, who, id);
  if (meeting.openedAt === null) throw conflict('ballot.notOpenedYet');
  const motions = await tables.motions.select(tx, { meetingId: id }, { order: [['number', 'ASC'], ['round', 'ASC']] }); // prettier-ignore
  const { title: typeTitle } = await meetingTypeOf(tx, meeting.typeKey);
  const places = await placeRefs(tx, meeting.placeId === null ? [] : [meeting.placeId]);
  const arrived = (await movementsOf(tx, id)).filter(({ kind }) => kind === 'arrived');
  const blocks = minutesOf(
    {
      meeting,
      typeTitle,
      placeName: (meeting.placeId === null ? undefined : places.get(meeting.placeId)?.name) ?? null,
      staff,
      roll,
      entries: roll ? await entriesOf(tx, roll.id) : [],
      attended: new Set(arrived.map(({ entryId }) => entryId)),
      motions,
      recusals:
        motions.length === 0 ? [] : await tables.recusals.select(tx, { motionId: motions.map(({ id: motionId }) => motionId) }),
    },
    locale,
  );
  return { content: docxOf(blocks), fileName: fileNameOf(textOf(locale, 'minutesFile.name'), meeting.title) };
}
