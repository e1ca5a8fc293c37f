export { CountPage as default } from './CountPage';
