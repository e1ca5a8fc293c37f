export { kindOf, listKinds } from './list';
export { digestOf, seedKinds } from './seed';
