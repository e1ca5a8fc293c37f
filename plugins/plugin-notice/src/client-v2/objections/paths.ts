const BASE = '/admin/wuxin/objections';
const segment = encodeURIComponent;

/** Addresses of our pages: one place that knows them. */
export const paths = {
  list: () => BASE,
  ofNotice: (noticeId: string) => `${BASE}?notice=${segment(noticeId)}`,
  receive: () => `${BASE}/new`,
  desk: (id: string) => `${BASE}/${segment(id)}`,
  notice: (id: string) => `/admin/wuxin/notices/${segment(id)}`,
};
