export type { NoticeApi } from './client';
export { useApi } from './useApi';
