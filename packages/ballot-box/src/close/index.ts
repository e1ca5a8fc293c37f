export { chainHead } from './chain';
export { closeBox, type CastBallot, type ClosedBox } from './close';
