import { useFlowEngine } from '@nocobase/flow-engine';
import { reader, type ApiClient } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import type * as contract from '../../common/api';

type Id = string;

export type ObjectionApi = ReturnType<typeof createObjectionApi>;

/** The actions of objections. What somebody searches for and what people wrote stand in no address: addresses are logged. */
function createObjectionApi(client: ApiClient) {
  const { post } = reader(client);
  return {
    list: (query: contract.ObjectionListQuery) => post<contract.ObjectionList>('noticeRaisedObjections:list', null, query),
    view: (id: Id) => post<contract.ObjectionView>('noticeRaisedObjections:get', id),
    notices: (search: string) => post<contract.TakingNotice[]>('noticeRaisedObjections:notices', null, { search }),
    receive: (body: contract.ReceiveObjectionBody) =>
      post<contract.Acknowledgement>('noticeRaisedObjections:receive', null, body),
    reveal: (id: Id) => post<contract.ObjectorView>('noticeRaisedObjections:reveal', id),
    scan: (id: Id) => post<contract.ScanView>('noticeRaisedObjections:scan', id),
    accept: (id: Id) => post<unknown>('noticeRaisedObjections:accept', id),
    refuse: (id: Id, reason: string) => post<unknown>('noticeRaisedObjections:refuse', id, { reason }),
    setAgainst: (id: Id, userId: number | null) => post<unknown>('noticeRaisedObjections:setAgainst', id, { userId }),
    recordHearing: (id: Id, body: contract.HearingBody) => post<unknown>('noticeRaisedObjections:recordHearing', id, body),
    answer: (id: Id, body: contract.AnswerBody) => post<unknown>('noticeRaisedObjections:answer', id, body),
    appeal: (id: Id, text: string) => post<unknown>('noticeRaisedObjections:appeal', id, { text }),
    reconsider: (id: Id, body: contract.ReconsiderBody) => post<unknown>('noticeRaisedObjections:reconsider', id, body),
    close: (id: Id) => post<unknown>('noticeRaisedObjections:close', id),
  };
}

export function useApi(): ObjectionApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createObjectionApi(api), [api]);
}
