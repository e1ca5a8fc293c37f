import { fileAction, forbidden, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Filter, Model } from '@nocobase/database';
import type { PersonRef } from '../../common/api';
import { minutesFile } from '../minutes';
import { meetingDesk, readAsStaff, readMeeting } from '../desk';
import { journalView } from '../journal';
import {
  adjournMeeting,
  callMeeting,
  cancelDraft,
  closeMeeting,
  conveneMeeting,
  listMeetings,
  notHeld,
  openMeeting,
  reconveneMeeting,
  saveMinutes,
  setStaff,
  updateMeeting,
} from '../meetings';
import { whoOf, type Who } from '../rights';
import { reading, writing } from './define';
import * as Input from './inputs';

/** So many are offered while somebody types. */
const OFFERED = 20;

export const meetingActions = {
  'ballotMeetings:list': reading(Input.MeetingListAsked, listMeetings),
  'ballotMeetings:desk': reading(Input.One, (tx, who, { id }) => meetingDesk(tx, who, id)),
  'ballotMeetings:revision': reading(Input.One, async (tx, who, { id }) => {
    const { meeting } = await readMeeting(tx, who, id);
    return { revision: meeting.revision };
  }),
  'ballotMeetings:journal': reading(Input.One, async (tx, who, { id }, { locale }) => {
    await readAsStaff(tx, who, id);
    return journalView(tx, id, locale);
  }),
  'ballotMeetings:people': reading(Input.Search, people),
  'ballotMeetings:places': reading(Input.Search, async (tx, who, { search }) => {
    assertMayCall(who);
    const places = await placesOf(tx.db).search(tx, { text: search, limit: OFFERED });
    return places.map(({ id, name }) => ({ id, name }));
  }),
  'ballotMeetings:minutesFile': fileAction(Input.One, (request, { id }) =>
    request.engine.read((tx) => minutesFile(tx, whoOf(request), id, request.locale)),
  ),
  'ballotMeetings:create': writing(Input.Meeting, callMeeting),
  'ballotMeetings:update': writing(Input.MeetingChange, (tx, who, { id, ...body }) => updateMeeting(tx, who, id, body)),
  'ballotMeetings:setStaff': writing(Input.Staff, (tx, who, { id, ...body }) => setStaff(tx, who, id, body)),
  'ballotMeetings:convene': writing(Input.Convene, (tx, who, { id, ...body }) => conveneMeeting(tx, who, id, body)),
  'ballotMeetings:open': writing(Input.One, (tx, who, { id }) => openMeeting(tx, who, id)),
  'ballotMeetings:adjourn': writing(Input.Adjourn, (tx, who, { id, ...body }) => adjournMeeting(tx, who, id, body)),
  'ballotMeetings:notHeld': writing(Input.Reason, (tx, who, { id, reason }) => notHeld(tx, who, id, reason)),
  'ballotMeetings:cancel': writing(Input.Reason, (tx, who, { id, reason }) => cancelDraft(tx, who, id, reason)),
  'ballotMeetings:reconvene': writing(Input.Reconvene, (tx, who, { id, ...body }) => reconveneMeeting(tx, who, id, body)),
  'ballotMeetings:saveMinutes': writing(Input.Minutes, (tx, who, { id, minutes }) => saveMinutes(tx, who, id, minutes)),
  'ballotMeetings:close': writing(Input.Minutes, (tx, who, { id, minutes }) => closeMeeting(tx, who, id, minutes)),
};

/** For the posts of a meeting; whoever may not call one is not told who works here. */
async function people({ db, transaction }: Tx, who: Who, { search }: { search: string }): Promise<PersonRef[]> {
  assertMayCall(who);
  const like = { $includes: search };
  const filter: Filter = search === '' ? {} : { $or: [{ nickname: like }, { username: like }] };
  const rows = (await db
    .getRepository('users')
    .find({ filter, sort: ['nickname', 'id'], limit: OFFERED, transaction })) as Model[]; // untyped in NocoBase
  return rows.map((row) => ({
    id: Number(row.get('id')),
    name: String(row.get('nickname') || row.get('username') || ''),
  }));
}

function assertMayCall({ mayCall }: Who): void {
  if (!mayCall) throw forbidden('ballot.mayNotCall');
}
