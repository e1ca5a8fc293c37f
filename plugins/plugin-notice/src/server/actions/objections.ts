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
  'noticeObjections:list': reading(Input.ObjectionsAsked, listObjections),
  'noticeObjections:get': reading(Input.One, (tx, who, { id }, { locale }) => viewObjection(tx, who, id, locale)),
  'noticeObjections:notices': reading(Input.Taking, listTaking),
  'noticeObjections:reveal': writing(Input.One, (tx, who, { id }) => revealObjector(tx, who, id)),
  'noticeObjections:scan': writing(Input.One, (tx, who, { id }) => revealScan(tx, who, id)),
  'noticeObjections:receive': writing(Input.ReceiveObjection, receiveAtDesk),
  'noticeObjections:accept': writing(Input.One, (tx, who, { id }) => acceptObjection(tx, who, id)),
  'noticeObjections:refuse': writing(Input.Reason, (tx, who, { id, reason }) => refuseObjection(tx, who, id, reason)),
  'noticeObjections:setAgainst': writing(Input.Against, (tx, who, { id, userId }) => setAgainst(tx, who, id, userId)),
  'noticeObjections:recordHearing': writing(Input.Hearing, (tx, who, { id, ...body }) => recordHearing(tx, who, id, body)),
  'noticeObjections:answer': writing(Input.Answer, (tx, who, { id, ...body }) => answerObjection(tx, who, id, body)),
  'noticeObjections:appeal': writing(Input.Appeal, (tx, who, { id, text }) => appealObjection(tx, who, id, text)),
  'noticeObjections:reconsider': writing(Input.Reconsider, (tx, who, { id, ...body }) => reconsiderObjection(tx, who, id, body)),
  'noticeObjections:close': writing(Input.One, (tx, who, { id }) => closeAnswered(tx, who, id)),
};
