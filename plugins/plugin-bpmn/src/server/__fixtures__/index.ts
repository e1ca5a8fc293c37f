export { bpmn, definitions, timer, userTask } from '../../common/__fixtures__/bpmn';
export { DAY_MS, Desk, HOUR_MS, NOON, type Person } from './desk';
export { docxOf, paragraph, type Parts, relations, table } from './docx';
export { NO_PLACES } from './places';
export { type StepPeople, stepPeople } from './step-people';
