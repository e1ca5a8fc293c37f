export { DesignerPage as default } from './DesignerPage';
