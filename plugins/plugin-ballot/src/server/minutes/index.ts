export { minutesFile } from './file';
