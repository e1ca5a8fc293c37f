export { DeskPage as default } from './DeskPage';
