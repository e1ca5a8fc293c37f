export { conveneMeeting, problemsOf } from './convene';
export { createMeeting, insertMeeting, setStaff, updateMeeting, type Waiting } from './draft';
export { adjournMeeting, cancel, cancelMeeting, closeMeeting, notHeld, openMeeting, saveMinutes } from './hold';
export { listMeetings, placeRefs } from './list';
export { reconveneMeeting } from './reconvene';
