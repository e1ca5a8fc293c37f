export { refusal, renderPage, turnScreen } from '../../../../../test/client/renderPage';
