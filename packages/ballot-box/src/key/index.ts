export { drawKey, type DrawnKey } from './draw';
export { openKey, type MeetingKey } from './open';
