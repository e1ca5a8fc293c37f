import type { DeadlineLevel, InboxTab } from '../common/api';

/** Parts of the page of stand-ins. */
export type StandInTab = 'open' | 'past' | 'all';

const BASE = '/admin/wuxin';
const segment = encodeURIComponent;
const placeQuery = (placeId?: string | null) => (placeId ? `?place=${segment(placeId)}` : '');

/**
 * Addresses of our pages: one place that knows them. A key may hold a dot, and NocoBase looks for a file where an address ends
 * like one, so a key never comes last.
 */
export const paths = {
  home: () => `${BASE}/home`,
  inbox: (tab: InboxTab = 'todo', level?: DeadlineLevel) => `${BASE}/inbox/${tab}${level ? `?level=${level}` : ''}`,
  task: (id: string) => `${BASE}/task/${segment(id)}`,
  instance: (id: string) => `${BASE}/instance/${segment(id)}`,
  processes: () => `${BASE}/processes`,
  importPacks: () => `${BASE}/packs/import`,
  /** What plugins brought: of one process, or all of it. */
  shippedPacks: (key = '') => `${BASE}/packs/shipped${key ? `?process=${segment(key)}` : ''}`,
  process: (key: string) => `${BASE}/processes/${segment(key)}/detail`,
  compare: (key: string, from: number, to: number) => `${BASE}/processes/${segment(key)}/compare?from=${from}&to=${to}`,
  migrate: (key: string, from: number, to: number) => `${BASE}/processes/${segment(key)}/migrate?from=${from}&to=${to}`,
  migration: (key: string, id: string) => `${BASE}/processes/${segment(key)}/migrations/${segment(id)}`,
  design: (key: string) => `${BASE}/processes/${segment(key)}/design`,
  tryOut: (key: string) => `${BASE}/processes/${segment(key)}/try-out/page`,
  taskForm: (key: string, elementId: string) => `${BASE}/processes/${segment(key)}/form/${segment(elementId)}/design`,
  board: (filter?: { readonly process: string; readonly level: DeadlineLevel }) =>
    `${BASE}/board${filter ? `?${String(new URLSearchParams(filter))}` : ''}`,
  parameters: (placeId?: string | null) => `${BASE}/parameters${placeQuery(placeId)}`,
  parameter: (key: string, placeId?: string | null) => `${BASE}/parameters/${segment(key)}/detail${placeQuery(placeId)}`,
  decisions: () => `${BASE}/decisions`,
  decision: (key: string, version?: number) => `${BASE}/decisions/${segment(key)}/detail${version ? `?version=${version}` : ''}`,
  dataStarts: () => `${BASE}/data-starts`,
  rights: () => `${BASE}/rights`,
  standIns: (tab?: StandInTab) => `${BASE}/stand-ins${tab ? `?tab=${tab}` : ''}`,
  start: (processKey?: string) => `${BASE}/start${processKey ? `?process=${segment(processKey)}` : ''}`,
};
