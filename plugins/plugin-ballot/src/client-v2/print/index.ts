export { BallotSheets } from './BallotSheets';
export { CountSheetPage } from './CountSheetPage';
export { PrintView } from './PrintView';
export { RollSheets, SignInSheets } from './RollSheets';
export { ShareSheets } from './ShareSheets';
export { SlipSheets } from './SlipSheets';
