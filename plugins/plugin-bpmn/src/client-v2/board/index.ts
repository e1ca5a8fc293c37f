export { BoardPage as default } from './BoardPage';
