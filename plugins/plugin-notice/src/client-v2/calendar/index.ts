export { DisclosuresPage as default } from './DisclosuresPage';
