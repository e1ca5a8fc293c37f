export { journalChain, motionRecounted } from './audit';
export { exportMotion } from './export';
export { recountMotion } from './recount';
