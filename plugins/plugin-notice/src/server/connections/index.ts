export { connectAreas } from './connect';
