export { RulesPage as default } from './RulesPage';
