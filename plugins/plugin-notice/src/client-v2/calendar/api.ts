import { useFlowEngine } from '@nocobase/flow-engine';
import { reader, type ApiClient } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import type * as contract from '../../common/api';

type Id = string;

export type CalendarApi = ReturnType<typeof createCalendarApi>;

/** The actions of the calendar. Names that somebody searches for stand in no address: addresses are logged. */
function createCalendarApi(client: ApiClient) {
  const { get, post } = reader(client);
  return {
    places: (search: string) => post<contract.PlaceRef[]>('noticeDisclosures:places', null, { search }),
    year: (placeId: Id, year: number) => get<contract.DisclosureYear>('noticeDisclosures:year', { placeId, year }),
    overdue: (query: contract.OverdueQuery) => get<contract.OverdueList>('noticeDisclosures:overdue', { ...query }),
    detail: (id: Id) => get<contract.DisclosureDetail>('noticeDisclosures:get', { filterByTk: id }),
    draft: (id: Id) => post<{ noticeId: Id }>('noticeDisclosures:draft', id),
    review: (id: Id, verdict: contract.ReviewVerdict, opinion: string) =>
      post<unknown>('noticeDisclosures:review', id, { verdict, opinion }),
    waive: (id: Id, reason: string) => post<unknown>('noticeDisclosures:waive', id, { reason }),
    record: (body: contract.EventBody) => post<{ id: Id }>('noticeDisclosures:record', null, body),
    duties: (placeId: Id | undefined) => get<contract.DutyList>('noticeDuties:list', placeId ? { placeId } : {}),
    add: (body: contract.DutyBody) => post<{ id: Id }>('noticeDuties:add', null, body),
    change: (id: Id, body: Omit<contract.DutyBody, 'placeId'>) => post<unknown>('noticeDuties:change', id, body),
    tighten: (id: Id, body: contract.TighteningBody) => post<unknown>('noticeDuties:tighten', id, body),
    setInUse: (id: Id, isInUse: boolean) => post<unknown>(isInUse ? 'noticeDuties:use' : 'noticeDuties:retire', id),
  };
}

export function useApi(): CalendarApi {
  const { api } = useFlowEngine().context;
  return useMemo(() => createCalendarApi(api), [api]);
}
