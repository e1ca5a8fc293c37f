export { assertReceivedOn, type Given, givenBy, type GivenInput, isTrap } from './given';
export { lateReasonIn } from './late';
export { masked } from './masked';
export { RateLimit, type RateLimits } from './rate-limit';
export { textIn } from './text';
