export { MeetingFormPage } from './MeetingFormPage';
export { MeetingsPage as default } from './MeetingsPage';
