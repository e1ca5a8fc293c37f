export { conveneMeeting, problemsOf } from './convene';
export { callMeeting, createMeeting, setStaff, updateMeeting } from './draft';
export { cancelDraft, cancelMeeting, closeMeeting, notHeld } from './end';
export { type EndedMeeting, meetingEnded } from './ended';
export { adjournMeeting, openMeeting, saveMinutes } from './hold';
export { listMeetings, placeRefs } from './list';
export { reconveneMeeting } from './reconvene';
