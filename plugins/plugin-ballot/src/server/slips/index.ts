export { requireInUse, slipOf } from './in-use';
export { slipsInUse, slipsView } from './view';
