import { createContext, useContext } from 'react';
import type { NoticeAct, NoticeDesk } from '../../common/api';

export interface Desk {
  notice: NoticeDesk;
  reload: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The notice on the desk, for the parts of its page. */
export function useDesk(): Desk & { may: (act: NoticeAct) => boolean } {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Parts of the desk stand on its page.');
  return { ...desk, may: (act) => desk.notice.may.includes(act) };
}
