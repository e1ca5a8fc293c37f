export { DataStartsPage as default } from './DataStartsPage';
