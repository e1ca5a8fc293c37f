export { evaluateFeel, evaluateFeelValue, evaluateUnaryTests } from './evaluate';
export type { FeelOptions } from './evaluate';
export { FeelValue } from './feel-value';
export type { FeelInput, FeelTemporal } from './feel-value';
export { feelDate, feelDateTime, feelDuration, feelTime } from './host-functions';
export type { FeelFunction } from './host-functions';
export { feelFunction, feelValue, invokeFeel, viewFeel } from './view';
export type { FeelView } from './view';
