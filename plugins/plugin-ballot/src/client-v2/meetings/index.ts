export { MeetingFormPage } from './MeetingFormPage';
export { WuxinMeetingsBlockModel } from './MeetingsBlock';
export { MeetingsPage as default } from './MeetingsPage';
