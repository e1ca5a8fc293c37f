export { searchListsOf } from './bigrams';
export { SEARCH_SCRIPT } from './script';
