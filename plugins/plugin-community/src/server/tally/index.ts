export { tallyActivity } from './activity';
export { readTallyConfig } from './config';
export { decideMeeting } from './decide';
export { readMeeting } from './record';
