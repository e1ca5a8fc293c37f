export { noticeDesk } from './desk';
