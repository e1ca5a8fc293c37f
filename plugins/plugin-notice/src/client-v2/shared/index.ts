export { Act } from './Act';
