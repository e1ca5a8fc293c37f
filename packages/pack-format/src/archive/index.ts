export { LIMITS } from './limits';
export { readArchive } from './read';
export { writeArchive } from './write';
