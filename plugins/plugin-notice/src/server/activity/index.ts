export { noticeActivity } from './notice-activity';
export { tellProcess } from './tell-process';
