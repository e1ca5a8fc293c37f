export { meetingActivity } from './meeting-activity';
export { ending } from './tell-process';
