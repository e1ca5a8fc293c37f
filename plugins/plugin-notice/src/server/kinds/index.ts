export { kindOf, listKinds } from './list';
export { seedKinds } from './seed';
