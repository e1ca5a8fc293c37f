export { createStandIn } from './commands/create-stand-in';
export { revokeStandIn } from './commands/revoke-stand-in';
export { keepStandInsBy, listStandIns, standInsBy, standInsEverBy, standInsFor } from './store';
export type { NewStandIn, StandIn } from './types';
