export { tallyActivity } from './activity';
export { readTallyConfig } from './config';
export { decideMeeting } from './decide';
export { readGivenConfig } from './given';
export { readMeeting } from './record';
