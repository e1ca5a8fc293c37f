export { RIGHT_KEYS } from './keys';
