export { drawMeetingKey } from './draw';
export { openBox } from './open-box';
