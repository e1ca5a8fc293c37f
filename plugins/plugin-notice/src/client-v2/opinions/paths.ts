const BASE = '/admin/wuxin/opinions';

/** Addresses of our pages: one place that knows them. */
export const paths = {
  list: () => BASE,
  desk: (id: string) => `${BASE}/${encodeURIComponent(id)}`,
  notice: (id: string) => `/admin/wuxin/notices/${encodeURIComponent(id)}`,
};
