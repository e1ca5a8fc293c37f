export { InboxPage as default } from './InboxPage';
export { RowLink, RowMarks } from './rows';
