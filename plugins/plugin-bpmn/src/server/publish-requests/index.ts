export { askForPublishing } from './ask';
export { mustBeAsSeen, publishingState } from './state';
