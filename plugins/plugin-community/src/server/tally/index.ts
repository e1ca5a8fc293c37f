export { tallyActivity } from './activity';
export { voteCounted } from './audit';
export { readTallyConfig } from './config';
export { decideMeeting } from './decide';
export { readGivenConfig } from './given';
export { readMeeting } from './record';
