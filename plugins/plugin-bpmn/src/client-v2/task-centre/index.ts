export { bpmnTaskType } from './bpmnTaskType';
