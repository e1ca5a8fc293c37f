export { SAID, Wall } from './wall';
