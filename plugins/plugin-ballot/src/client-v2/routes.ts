const BASE = '/admin/wuxin/meetings';
const segment = encodeURIComponent;

/** Parts of the desk. */
export const DESK_PARTS = ['attendance', 'roll', 'motions', 'secrecy', 'minutes', 'print', 'journal'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

/** Addresses of our pages: one place that knows them. */
export const paths = {
  meetings: () => BASE,
  newMeeting: () => `${BASE}/new`,
  editMeeting: (id: string) => `${BASE}/${segment(id)}/edit`,
  desk: (id: string, part?: DeskPart) => `${BASE}/${segment(id)}/desk${part ? `?part=${part}` : ''}`,
  count: (meetingId: string, motionId: string) => `${BASE}/${segment(meetingId)}/motions/${segment(motionId)}/count`,
  /** Where the code on the wall leads; the server hands out the same address with a ticket. */
  signIn: (id: string) => `${BASE}/${segment(id)}/sign-in`,
  rules: () => '/admin/wuxin/ballot-rules',
};
