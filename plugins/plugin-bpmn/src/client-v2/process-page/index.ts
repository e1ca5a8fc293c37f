export { ProcessPage as default } from './ProcessPage';
export { IncidentActions } from './IncidentActions';
