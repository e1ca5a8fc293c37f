export { journal } from './journal';
