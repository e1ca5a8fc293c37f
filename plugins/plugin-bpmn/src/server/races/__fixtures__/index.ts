export { faultsOf } from './soundness';
export { told } from './told';
