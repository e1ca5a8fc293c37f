import { createContext, useContext } from 'react';
import type { MeetingDesk } from '../../common/api';

export interface Desk {
  desk: MeetingDesk;
  reload: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The meeting on the desk, for the parts of its page. */
export function useDesk(): Desk & { may: (action: string) => boolean } {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Parts of the desk stand on its page.');
  return { ...desk, may: (action) => desk.desk.may.includes(action) };
}
