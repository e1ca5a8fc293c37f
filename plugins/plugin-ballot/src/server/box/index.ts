export { castBallot, type CastRequest } from './cast';
export { countsOf, type BoxCounts } from './counts';
export { holdBoxes } from './lock';
export { close, discard, open, openMotion, type OpenedBox } from './port';
export { asRefusal } from './refusal';
export { isTelling, shownBox } from './shown';
export { marksIn, motionsVotedOn } from './store';
