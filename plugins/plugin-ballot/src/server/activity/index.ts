export { meetingActivity } from './meeting-activity';
export { tellProcess } from './tell-process';
