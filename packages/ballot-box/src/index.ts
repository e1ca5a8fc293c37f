export { withoutSmallCells, type Cell, type ShownCell } from './cells';
export { isSealed, sealChoice, type Choice } from './choice';
export { chainHead, closeBox, type CastBallot, type ClosedBox } from './close';
export { BallotBoxError, type BallotBoxErrorCode, type BallotBoxErrorData } from './errors';
export { drawKey, openKey, type DrawnKey, type MeetingKey } from './key';
export { drawSlips, markOf, readCode, receiptOf, sealOf, type DrawnSlips } from './slips';
export { loadSodium, type Sodium } from './sodium';
