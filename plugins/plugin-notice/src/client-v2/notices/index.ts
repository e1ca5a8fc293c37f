export { NoticesPage as default } from './NoticesPage';
export { WuxinNoticesBlockModel } from './NoticesBlock';
