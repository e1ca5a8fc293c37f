import { fileAction, uploadAction } from '@wuxin/plugin-bpmn';
import { certificateFile, sheetFile } from '../certificate';
import { redactNotice, viewCheck } from '../check';
import { addPhoto, confirmPosting, createBoard, listBoards, notePosted, noteTakenDown, updateBoard } from '../boards';
import { noticeDesk } from '../desk';
import { addFile, MAX_FILE_BYTES, readFile, recognised, removeFile } from '../files';
import {
  approveNotice,
  cancelNotice,
  correctNotice,
  draftNotice,
  listNotices,
  noticesOnWall,
  offeredPeople,
  offeredPlaces,
  publishNotice,
  returnNotice,
  setStaff,
  submitNotice,
  takeDown,
  updateNotice,
} from '../notices';
import { mustSee } from '../acts';
import { whoOf } from '../rights';
import { reading, writing } from './define';
import * as Input from './inputs';

const UPLOAD = { schema: Input.One, maxBytes: MAX_FILE_BYTES };

export const noticeActions = {
  'noticeNotices:list': reading(Input.NoticeListAsked, listNotices),
  'noticeNotices:onWall': reading(Input.OnWallAsked, noticesOnWall),
  'noticeNotices:desk': reading(Input.One, (tx, who, { id }, { locale }) => noticeDesk(tx, who, id, locale)),
  'noticeNotices:revision': reading(Input.One, async (tx, who, { id }) => {
    const { notice } = await mustSee(tx, who, id);
    return { revision: notice.revision };
  }),
  'noticeNotices:people': reading(Input.Search, offeredPeople),
  'noticeNotices:places': reading(Input.Search, offeredPlaces),
  'noticeNotices:file': fileAction(Input.OneFile, (request, { id, fileId }) =>
    request.engine.read((tx) => readFile(tx, whoOf(request), id, fileId)),
  ),
  'noticeNotices:certificate': fileAction(Input.Printed, (request, { id, origin }) =>
    request.engine.read((tx) => certificateFile(tx, whoOf(request), { id, origin, locale: request.locale })),
  ),
  'noticeNotices:sheet': fileAction(Input.Printed, (request, { id, origin }) =>
    request.engine.read((tx) => sheetFile(tx, whoOf(request), { id, origin, locale: request.locale })),
  ),
  'noticeNotices:create': writing(Input.Notice, draftNotice),
  'noticeNotices:update': writing(Input.NoticeChange, (tx, who, { id, ...body }) => updateNotice(tx, who, id, body)),
  'noticeNotices:setStaff': writing(Input.Staff, (tx, who, { id, ...body }) => setStaff(tx, who, id, body)),
  'noticeNotices:addFile': uploadAction(UPLOAD, (request, { id }, sent) => {
    const file = recognised(sent);
    return request.engine.write((tx) => addFile(tx, whoOf(request), id, file));
  }),
  'noticeNotices:removeFile': writing(Input.OneFile, (tx, who, { id, fileId }) => removeFile(tx, who, id, fileId)),
  'noticeNotices:check': reading(Input.One, (tx, who, { id }, { locale }) => viewCheck(tx, who, id, locale)),
  'noticeNotices:redact': writing(Input.Redact, (tx, who, { id, ...body }) => redactNotice(tx, who, id, body)),
  'noticeNotices:submit': writing(Input.One, (tx, who, { id }) => submitNotice(tx, who, id)),
  'noticeNotices:return': writing(Input.Reason, (tx, who, { id, reason }) => returnNotice(tx, who, id, reason)),
  'noticeNotices:approve': writing(Input.One, (tx, who, { id }) => approveNotice(tx, who, id)),
  'noticeNotices:cancel': writing(Input.Reason, (tx, who, { id, reason }) => cancelNotice(tx, who, id, reason)),
  'noticeNotices:publish': writing(Input.One, (tx, who, { id }) => publishNotice(tx, who, id)),
  'noticeNotices:addPhoto': uploadAction(UPLOAD, (request, { id }, sent) => {
    const file = recognised(sent);
    return request.engine.write((tx) => addPhoto(tx, whoOf(request), id, file));
  }),
  'noticeNotices:notePosted': writing(Input.OnDay, (tx, who, { id, day }) => notePosted(tx, who, id, day)),
  'noticeNotices:confirmPosting': writing(Input.One, (tx, who, { id }) => confirmPosting(tx, who, id)),
  'noticeNotices:noteTakenDown': writing(Input.OnDay, (tx, who, { id, day }) => noteTakenDown(tx, who, id, day)),
  'noticeNotices:takeDown': writing(Input.Reason, (tx, who, { id, reason }) => takeDown(tx, who, id, reason)),
  'noticeNotices:correct': writing(Input.Reason, (tx, who, { id, reason }) => correctNotice(tx, who, id, reason)),
  'noticeBoards:list': reading(Input.AtPlace, (tx, _, query) => listBoards(tx, query)),
  'noticeBoards:create': writing(Input.Board, createBoard),
  'noticeBoards:update': writing(Input.BoardChange, (tx, who, { id, ...body }) => updateBoard(tx, who, id, body)),
};
