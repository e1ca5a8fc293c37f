export { NoticeFormPage as default } from './NoticeFormPage';
