export { refusal, renderPage } from '../../../../../test/client/renderPage';
