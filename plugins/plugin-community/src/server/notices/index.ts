export { noticePeriod } from './audit';
