export { ProcessDetailPage as default } from './ProcessDetailPage';
