import { reader, type ApiClient } from '@wuxin/plugin-bpmn/client-v2';
import type * as contract from '../../common/api';

type Id = string;
type Created = { id: Id };
type Next = { nextId: Id | null };

/** The HTTP actions of notices, typed by src/common/api. */
export type NoticeApi = ReturnType<typeof createNoticeApi>;

/** Binds the actions to NocoBase's API client. Names that somebody searches for stand in no address: addresses are logged. */
export function createNoticeApi(client: ApiClient) {
  const { get, post, file } = reader(client);
  const at = (id: Id) => ({ filterByTk: id });
  const upload = (url: string, id: Id, content: File) => {
    const form = new FormData();
    form.append('file', content);
    return post<Created>(url, id, form);
  };
  /** Of the wall, for what is printed: the server does not know by which address it is reached. */
  const origin = () => window.location.origin;
  return {
    notices: {
      list: (query: contract.NoticeListQuery) => post<contract.NoticeList>('noticeNotices:list', null, query),
      onWall: (query: contract.OnWallQuery) => post<contract.OnWallList>('noticeNotices:onWall', null, query),
      desk: (id: Id) => get<contract.NoticeDesk>('noticeNotices:desk', at(id)),
      revision: (id: Id) => get<{ revision: number }>('noticeNotices:revision', at(id)),
      people: (search: string) => post<contract.PersonRef[]>('noticeNotices:people', null, { search }),
      places: (search: string) => post<contract.PlaceRef[]>('noticeNotices:places', null, { search }),
      create: (body: contract.NoticeBody) => post<Created>('noticeNotices:create', null, body),
      update: (id: Id, body: Partial<contract.NoticeBody>) => post<unknown>('noticeNotices:update', id, body),
      setStaff: (id: Id, staff: readonly contract.StaffBody[], reason: string) =>
        post<unknown>('noticeNotices:setStaff', id, { staff, reason }),
      addFile: (id: Id, content: File) => upload('noticeNotices:addFile', id, content),
      removeFile: (id: Id, fileId: Id) => post<unknown>('noticeNotices:removeFile', id, { fileId }),
      file: (id: Id, fileId: Id) => file('noticeNotices:file', { ...at(id), fileId }),
      check: (id: Id) => get<contract.CheckView>('noticeNotices:check', at(id)),
      redact: (id: Id, body: contract.RedactBody) => post<unknown>('noticeNotices:redact', id, body),
      submit: (id: Id) => post<unknown>('noticeNotices:submit', id),
      return: (id: Id, reason: string) => post<unknown>('noticeNotices:return', id, { reason }),
      approve: (id: Id) => post<unknown>('noticeNotices:approve', id),
      cancel: (id: Id, reason: string) => post<unknown>('noticeNotices:cancel', id, { reason }),
      publish: (id: Id) => post<unknown>('noticeNotices:publish', id),
      takeDown: (id: Id, reason: string) => post<Next>('noticeNotices:takeDown', id, { reason }),
      correct: (id: Id, reason: string) => post<Next>('noticeNotices:correct', id, { reason }),
      sheet: (id: Id) => file('noticeNotices:sheet', { ...at(id), origin: origin() }),
      certificate: (id: Id) => file('noticeNotices:certificate', { ...at(id), origin: origin() }),
    },
    postings: {
      addPhoto: (id: Id, content: File) => upload('noticeNotices:addPhoto', id, content),
      notePosted: (id: Id, day: string) => post<unknown>('noticeNotices:notePosted', id, { day }),
      confirm: (id: Id) => post<unknown>('noticeNotices:confirmPosting', id),
      noteTakenDown: (id: Id, day: string) => post<unknown>('noticeNotices:noteTakenDown', id, { day }),
    },
    boards: {
      list: (placeId?: Id) => get<contract.BoardView[]>('noticeBoards:list', { placeId }),
      create: (body: contract.BoardBody) => post<Created>('noticeBoards:create', null, body),
      update: (id: Id, body: Partial<Omit<contract.BoardBody, 'placeId'>>) => post<unknown>('noticeBoards:update', id, body),
    },
    kinds: {
      list: (placeId?: Id) => get<contract.KindView[]>('noticeKinds:list', { placeId }),
      parameters: () => get<contract.KindNumber[]>('noticeKinds:parameters', {}),
      change: (key: string, body: contract.KindChangeBody) => post<unknown>('noticeKinds:change', key, body),
    },
    wall: {
      view: () => get<contract.WallView>('noticeWall:get', {}),
      save: (settings: contract.WallSettings) => post<unknown>('noticeWall:settings', null, settings),
      rebuild: () => post<unknown>('noticeWall:rebuild', null),
    },
  };
}
