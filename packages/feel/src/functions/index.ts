export { isBuiltIn } from './built-ins';
export type { RawFunction } from './built-ins';
export { meteredBuiltIn } from './metered';
