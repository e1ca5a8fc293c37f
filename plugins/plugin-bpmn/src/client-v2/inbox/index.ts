export { InboxPage as default } from './InboxPage';
export { keyOf, RowLink, RowMarks } from './rows';
export { TaskLine } from './TaskLine';
export { WuxinTasksBlockModel } from './TasksBlock';
