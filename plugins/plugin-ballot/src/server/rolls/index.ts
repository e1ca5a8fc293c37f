export { fieldsOf, filteredFields, hasShownField, isOfPeople, readEntries, type RollSource } from './collection';
export { confirmChange, proposeChange, refuseChange, rollChanges } from './changes';
export { enterRoll, freeze, freezeRoll, refill, removeEntries } from './draft';
export { countsOf, mayVote, votersOf } from './electorate';
export { fillRoll } from './fill';
export { doubleEnrolledIn, entriesOf, typeKeysOf } from './store';
export { type EntriesAsked, entryPage, type RollView, rollView } from './views';
