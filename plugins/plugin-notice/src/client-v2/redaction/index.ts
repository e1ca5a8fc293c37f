export { RedactionDialog } from './RedactionDialog';
export { kindText } from './words';
