import {
  beginCollection,
  cancelCollection,
  closeCollection,
  createCollection,
  decideOpinion,
  listCollections,
  listOpinions,
  receiveOpinion,
  revealGiver,
  viewCollection,
} from '../opinions';
import { reading, writing } from './define';
import { One, Reason } from './objection-inputs';
import * as Input from './opinion-inputs';

export const opinionActions = {
  'noticeCollections:list': reading(Input.CollectionsAsked, listCollections),
  'noticeCollections:get': reading(One, (tx, who, { id }, { locale }) => viewCollection(tx, who, id, locale)),
  'noticeCollections:create': writing(Input.Collection, createCollection),
  'noticeCollections:begin': writing(Input.Begin, beginCollection),
  'noticeCollections:close': writing(Input.Close, (tx, who, { id, feedback }) => closeCollection(tx, who, id, feedback)),
  'noticeCollections:cancel': writing(Reason, (tx, who, { id, reason }) => cancelCollection(tx, who, id, reason)),
  'noticeOpinions:list': reading(Input.OpinionsAsked, (tx, who, { id, ...query }) => listOpinions(tx, who, id, query)),
  'noticeOpinions:receive': writing(Input.ReceiveOpinion, receiveOpinion),
  'noticeOpinions:decide': writing(Input.Decide, (tx, who, { id, ...body }) => decideOpinion(tx, who, id, body)),
  'noticeOpinions:reveal': writing(One, (tx, who, { id }) => revealGiver(tx, who, id)),
};
