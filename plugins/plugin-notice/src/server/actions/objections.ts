import {
  acceptObjection,
  answerObjection,
  appealObjection,
  closeAnswered,
  listObjections,
  listTaking,
  receiveAtDesk,
  reconsiderObjection,
  recordHearing,
  refuseObjection,
  revealObjector,
  revealScan,
  setAgainst,
  viewObjection,
} from '../objections';
import { reading, writing } from './define';
import * as Input from './objection-inputs';

export const objectionActions = {
  'noticeRaisedObjections:list': reading(Input.ObjectionsAsked, listObjections),
  'noticeRaisedObjections:get': reading(Input.One, (tx, who, { id }, { locale }) => viewObjection(tx, who, id, locale)),
  'noticeRaisedObjections:notices': reading(Input.Taking, listTaking),
  'noticeRaisedObjections:reveal': writing(Input.One, (tx, who, { id }) => revealObjector(tx, who, id)),
  'noticeRaisedObjections:scan': writing(Input.One, (tx, who, { id }) => revealScan(tx, who, id)),
  'noticeRaisedObjections:receive': writing(Input.ReceiveObjection, receiveAtDesk),
  'noticeRaisedObjections:accept': writing(Input.One, (tx, who, { id }) => acceptObjection(tx, who, id)),
  'noticeRaisedObjections:refuse': writing(Input.Reason, (tx, who, { id, reason }) => refuseObjection(tx, who, id, reason)),
  'noticeRaisedObjections:setAgainst': writing(Input.Against, (tx, who, { id, userId }) => setAgainst(tx, who, id, userId)),
  'noticeRaisedObjections:recordHearing': writing(Input.Hearing, (tx, who, { id, ...body }) => recordHearing(tx, who, id, body)),
  'noticeRaisedObjections:answer': writing(Input.Answer, (tx, who, { id, ...body }) => answerObjection(tx, who, id, body)),
  'noticeRaisedObjections:appeal': writing(Input.Appeal, (tx, who, { id, text }) => appealObjection(tx, who, id, text)),
  'noticeRaisedObjections:reconsider': writing(Input.Reconsider, (tx, who, { id, ...body }) =>
    reconsiderObjection(tx, who, id, body),
  ),
  'noticeRaisedObjections:close': writing(Input.One, (tx, who, { id }) => closeAnswered(tx, who, id)),
};
