export { drawMeetingSlips } from './draw';
export { exchangeSlip } from './exchange';
export { handOutSlip } from './hand-out';
export { requireInUse } from './in-use';
export { slipsExchanged, slipsInUse, slipsView } from './view';
