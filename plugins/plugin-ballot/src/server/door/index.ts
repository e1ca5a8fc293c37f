export { registerDoor } from './register';
export { doorUrl } from './address';
