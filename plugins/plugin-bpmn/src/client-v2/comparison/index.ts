export { ComparisonPage as default } from './ComparisonPage';
