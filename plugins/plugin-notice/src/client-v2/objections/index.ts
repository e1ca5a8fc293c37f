export { ObjectionDeskPage } from './ObjectionDeskPage';
export { ObjectionsPage as default } from './ObjectionsPage';
export { ReceiveObjectionPage } from './ReceiveObjectionPage';
export { Acknowledgement } from './Acknowledgement';
export { JournalPanel } from './JournalPanel';
export { LongText } from './LongText';
export { WuxinObjectionsBlockModel } from './ObjectionsBlock';
export { LateReason } from './ReceiveFields';
