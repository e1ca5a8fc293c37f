export { FormDesignPage as default } from './FormDesignPage';
