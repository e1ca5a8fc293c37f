export { DecisionPage } from './DecisionPage';
export { DecisionsPage as default } from './DecisionsPage';
