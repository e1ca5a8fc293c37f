export { ProcessPage as default } from './ProcessPage';
