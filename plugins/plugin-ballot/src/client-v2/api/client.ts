import { reader, type ApiClient } from '@wuxin/plugin-bpmn/client-v2';
import type * as contract from '../../common/api';

type Id = string;
type Created = { id: Id };

/** The HTTP actions of this plugin, typed by src/common/api. */
export type BallotApi = ReturnType<typeof createBallotApi>;

/** Binds the actions to NocoBase's API client. Names that somebody searches for stand in no address: addresses are logged. */
export function createBallotApi(client: ApiClient) {
  const { get, post, file } = reader(client);
  const at = (id: Id) => ({ filterByTk: id });
  return {
    meetings: {
      list: (query: contract.MeetingListQuery) => post<contract.MeetingList>('ballotMeetings:list', null, query),
      people: (search: string) => post<contract.StaffOption[]>('ballotMeetings:people', null, { search }),
      places: (search: string) => post<contract.PlaceRef[]>('ballotMeetings:places', null, { search }),
      create: (body: contract.MeetingBody) => post<Created>('ballotMeetings:create', null, body),
      update: (id: Id, body: Partial<contract.MeetingBody>) => post<unknown>('ballotMeetings:update', id, body),
      desk: (id: Id) => get<contract.MeetingDesk>('ballotMeetings:desk', at(id)),
      revision: (id: Id) => get<{ revision: number }>('ballotMeetings:revision', at(id)),
      convene: (id: Id, body: contract.ConveneBody) => post<unknown>('ballotMeetings:convene', id, body),
      open: (id: Id) => post<unknown>('ballotMeetings:open', id),
      adjourn: (id: Id, body: contract.AdjournBody) => post<unknown>('ballotMeetings:adjourn', id, body),
      notHeld: (id: Id, reason: string) => post<unknown>('ballotMeetings:notHeld', id, { reason }),
      reconvene: (id: Id, body: contract.ReconveneBody) => post<Created>('ballotMeetings:reconvene', id, body),
      setStaff: (id: Id, body: contract.StaffBody) => post<unknown>('ballotMeetings:setStaff', id, body),
      saveMinutes: (id: Id, minutes: string) => post<unknown>('ballotMeetings:saveMinutes', id, { minutes }),
      close: (id: Id, body: contract.CloseBody) => post<unknown>('ballotMeetings:close', id, body),
      cancel: (id: Id, reason: string) => post<unknown>('ballotMeetings:cancel', id, { reason }),
      minutes: (id: Id) => file('ballotMeetings:minutesFile', at(id)),
      journal: (id: Id) => get<contract.JournalRow[]>('ballotMeetings:journal', at(id)),
    },
    rolls: {
      fill: (id: Id, body: contract.FillRollBody) => post<unknown>('ballotRolls:fill', id, body),
      enter: (id: Id, body: contract.EnterRollBody) => post<unknown>('ballotRolls:enter', id, body),
      remove: (id: Id, entryIds: Id[]) => post<unknown>('ballotRolls:remove', id, { entryIds }),
      freeze: (id: Id) => post<unknown>('ballotRolls:freeze', id),
      entries: (id: Id, query: contract.RollEntriesQuery) => post<contract.RollEntryPage>('ballotRolls:entries', id, query),
      changes: (id: Id) => get<contract.RollChangeRow[]>('ballotRolls:changes', at(id)),
      proposeChange: (id: Id, body: contract.RollChangeBody) => post<Created>('ballotRolls:proposeChange', id, body),
      confirmChange: (id: Id, change: Id) => post<unknown>('ballotRolls:confirmChange', id, { change }),
      refuseChange: (id: Id, change: Id) => post<unknown>('ballotRolls:refuseChange', id, { change }),
    },
    attendance: {
      arrive: (id: Id, body: contract.MovementBody) => post<unknown>('ballotAttendance:arrive', id, body),
      leave: (id: Id, body: contract.MovementBody) => post<unknown>('ballotAttendance:leave', id, body),
      signIn: (id: Id, ticket: string) => post<unknown>('ballotAttendance:signIn', id, { ticket }),
      ticket: (id: Id) => get<contract.SignInTicket>('ballotAttendance:ticket', at(id)),
    },
    motions: {
      create: (meetingId: Id, body: contract.MotionBody) => post<Created>('ballotMotions:create', meetingId, body),
      update: (id: Id, body: Partial<contract.MotionBody>) => post<unknown>('ballotMotions:update', id, body),
      open: (id: Id, body: contract.OpenMotionBody) => post<unknown>('ballotMotions:open', id, body),
      close: (id: Id) => post<unknown>('ballotMotions:close', id),
      decide: (id: Id) => post<unknown>('ballotMotions:decide', id),
      withdraw: (id: Id, reason: string) => post<unknown>('ballotMotions:withdraw', id, { reason }),
      nextRound: (id: Id) => post<Created>('ballotMotions:nextRound', id),
      count: (id: Id, body: contract.CountBody) => post<unknown>('ballotMotions:count', id, body),
      countAgain: (id: Id, reason: string) => post<unknown>('ballotMotions:countAgain', id, { reason }),
      answer: (id: Id, body: contract.RollCallBody) => post<unknown>('ballotMotions:answer', id, body),
      recount: (id: Id) => get<contract.Recount>('ballotMotions:recount', at(id)),
      export: (id: Id) => get<contract.MotionExport>('ballotMotions:export', at(id)),
    },
    boxes: {
      drawKey: (meetingId: Id) => post<contract.DrawnKeyView>('ballotBoxes:drawKey', meetingId),
      drawSlips: (meetingId: Id, count: number) => post<contract.DrawnSlipsView>('ballotBoxes:drawSlips', meetingId, { count }),
      handOut: (meetingId: Id, body: contract.HandOutBody) => post<unknown>('ballotBoxes:handOut', meetingId, body),
      exchange: (meetingId: Id, body: contract.ExchangeBody) => post<unknown>('ballotBoxes:exchange', meetingId, body),
      openBox: (motionId: Id, body: contract.OpenBoxBody) => post<unknown>('ballotBoxes:openBox', motionId, body),
    },
    rules: {
      list: () => get<contract.RuleRow[]>('ballotRules:list'),
      types: () => get<contract.MeetingTypeRow[]>('ballotMeetingTypes:list'),
      confirm: (key: string, body: contract.ConfirmRuleBody) => post<unknown>('ballotRules:confirm', key, body),
      save: (body: contract.SaveRuleBody) => post<unknown>('ballotRules:save', null, body),
      create: (body: contract.SaveRuleBody) => post<Created>('ballotRules:create', null, body),
      journal: (key: string) => get<contract.JournalRow[]>('ballotRules:journal', at(key)),
      typeJournal: (key: string) => get<contract.JournalRow[]>('ballotMeetingTypes:journal', at(key)),
      saveType: (body: contract.SaveMeetingTypeBody) => post<unknown>('ballotMeetingTypes:save', null, body),
      createType: (body: contract.SaveMeetingTypeBody) => post<Created>('ballotMeetingTypes:create', null, body),
    },
  };
}
