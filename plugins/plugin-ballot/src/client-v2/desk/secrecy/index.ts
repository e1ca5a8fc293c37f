export { SecrecyPart } from './SecrecyPart';
