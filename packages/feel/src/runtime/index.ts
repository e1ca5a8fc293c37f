export { evaluateFeel, evaluateFeelValue, evaluateUnaryTests } from './evaluate';
export type { FeelOptions } from './evaluate';
export { FeelValue } from './feel-value';
export { feelDate, feelDateTime, feelDuration } from './host-functions';
export type { FeelFunction, FeelTemporal } from './host-functions';
