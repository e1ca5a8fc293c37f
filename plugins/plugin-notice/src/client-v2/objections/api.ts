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
    list: (query: contract.ObjectionListQuery) => post<contract.ObjectionList>('noticeObjections:list', null, query),
    view: (id: Id) => post<contract.ObjectionView>('noticeObjections:get', id),
    notices: (search: string) => post<contract.TakingNotice[]>('noticeObjections:notices', null, { search }),
    receive: (body: contract.ReceiveObjectionBody) => post<contract.Acknowledgement>('noticeObjections:receive', null, body),
    reveal: (id: Id) => post<contract.ObjectorView>('noticeObjections:reveal', id),
    scan: (id: Id) => post<contract.ScanView>('noticeObjections:scan', id),
    accept: (id: Id) => post<unknown>('noticeObjections:accept', id),
    refuse: (id: Id, reason: string) => post<unknown>('noticeObjections:refuse', id, { reason }),
    setAgainst: (id: Id, userId: number | null) => post<unknown>('noticeObjections:setAgainst', id, { userId }),
    recordHearing: (id: Id, body: contract.HearingBody) => post<unknown>('noticeObjections:recordHearing', id, body),
    answer: (id: Id, body: contract.AnswerBody) => post<unknown>('noticeObjections:answer', id, body),
    appeal: (id: Id, text: string) => post<unknown>('noticeObjections:appeal', id, { text }),
    reconsider: (id: Id, body: contract.ReconsiderBody) => post<unknown>('noticeObjections:reconsider', id, body),
    close: (id: Id) => post<unknown>('noticeObjections:close', id),
  };
}

export function useApi(): ObjectionApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createObjectionApi(api), [api]);
}
