export { StandInsPage as default } from './StandInsPage';
