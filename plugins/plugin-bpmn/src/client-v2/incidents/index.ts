export { IncidentActions, useIncidentDialogs, type IncidentDialogs } from './IncidentActions';
