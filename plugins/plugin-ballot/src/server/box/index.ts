export { castBallot, type CastRequest } from './cast';
export { countsOf, type BoxCounts } from './counts';
export { holdBoxes } from './lock';
export { ballots, close, discard, open, openMotion, type OpenedBox } from './port';
export { asRefusal } from './refusal';
export { MINIMUM_CELL, shownBox, shownNumber } from './shown';
export { marksIn } from './store';
