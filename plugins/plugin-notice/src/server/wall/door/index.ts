export { registerWallDoor } from './register';
