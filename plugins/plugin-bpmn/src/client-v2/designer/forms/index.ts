export { FormDrawer } from './FormDrawer';
