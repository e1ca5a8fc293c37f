export { castBallot, type CastRequest } from './cast';
export { countsOf, type BoxCounts } from './counts';
export { holdBoxes } from './lock';
export { close, discard, open, openMotion, type OpenedBox } from './port';
export { asRefusal } from './refusal';
export { isOnPhones, isTelling, shownBox } from './shown';
export { ballotCounts, marksIn, motionsVotedOn } from './store';
