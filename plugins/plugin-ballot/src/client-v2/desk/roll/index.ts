export { EntryList } from './EntryList';
export { RollPart } from './RollPart';
export { useEntries } from './useEntries';
