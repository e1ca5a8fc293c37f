export { changeKind } from './change';
export { kindOf, kindParameters, listKinds } from './list';
export { digestOf, seedKinds } from './seed';
