import { useFlowEngine } from '@nocobase/flow-engine';
import { reader, type ApiClient } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import type * as contract from '../../common/api';

type Id = string;

export type OpinionApi = ReturnType<typeof createOpinionApi>;

/** The actions of collections of opinions. What people wrote stands in no address: addresses are logged. */
function createOpinionApi(client: ApiClient) {
  const { post } = reader(client);
  return {
    list: (query: contract.CollectionListQuery) => post<contract.CollectionList>('noticeCollections:list', null, query),
    view: (id: Id) => post<contract.CollectionView>('noticeCollections:get', id),
    begin: (body: contract.BeginCollectionBody) => post<{ id: Id; noticeId: Id }>('noticeCollections:begin', null, body),
    close: (id: Id, body: contract.CloseCollectionBody) => post<contract.ClosedCollection>('noticeCollections:close', id, body),
    cancel: (id: Id, reason: string) => post<unknown>('noticeCollections:cancel', id, { reason }),
    opinions: (id: Id, query: contract.OpinionListQuery) => post<contract.OpinionList>('noticeOpinions:list', id, query),
    receive: (body: contract.ReceiveOpinionBody) => post<contract.OpinionAcknowledgement>('noticeOpinions:receive', null, body),
    decide: (id: Id, body: contract.DecideOpinionBody) => post<unknown>('noticeOpinions:decide', id, body),
    reveal: (id: Id) => post<contract.OpinionGiver>('noticeOpinions:reveal', id),
  };
}

export function useApi(): OpinionApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createOpinionApi(api), [api]);
}
