export { FormDesignPage } from './FormDesignPage';
export { ProcessDetailPage } from './ProcessDetailPage';
export { ProcessesPage as default } from './ProcessesPage';
