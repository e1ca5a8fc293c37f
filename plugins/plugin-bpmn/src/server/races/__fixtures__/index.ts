export { waitsAsWriterOnly } from './one-writer';
export { faultsOf } from './soundness';
export { told } from './told';
export { workerAtWork } from './worker-at-work';
