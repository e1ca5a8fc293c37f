export { meetingDesk } from './desk';
export { readAsStaff, readMeeting } from './read';
export { changesOfRoll, rollEntries } from './roll';
export { ticketOnWall } from './ticket';
