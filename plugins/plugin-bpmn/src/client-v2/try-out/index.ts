export { TryOutPage as default } from './TryOutPage';
