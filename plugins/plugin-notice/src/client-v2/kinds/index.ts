export { KindsPage as default } from './KindsPage';
