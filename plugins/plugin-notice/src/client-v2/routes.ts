const BASE = '/admin/wuxin/notices';
const segment = encodeURIComponent;

/** Addresses of our pages: one place that knows them. */
export const paths = {
  notices: () => BASE,
  newNotice: () => `${BASE}/new`,
  editNotice: (id: string) => `${BASE}/${segment(id)}/edit`,
  desk: (id: string) => `${BASE}/${segment(id)}`,
  boards: () => '/admin/wuxin/notice-boards',
  kinds: () => '/admin/wuxin/notice-kinds',
  wall: () => '/admin/wuxin/notice-wall',
  /** Of plugin-bpmn. */
  parameter: (key: string, placeId?: string) =>
    `/admin/wuxin/parameters/${segment(key)}/detail${placeId === undefined ? '' : `?place=${segment(placeId)}`}`,
};
