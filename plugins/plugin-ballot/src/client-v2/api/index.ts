export type { BallotApi } from './client';
export { useApi } from './useApi';
