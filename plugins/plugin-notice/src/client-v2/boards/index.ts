export { BoardsPage as default } from './BoardsPage';
