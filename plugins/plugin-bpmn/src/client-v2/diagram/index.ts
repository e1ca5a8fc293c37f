export type { DiagramBadge, DiagramMark } from './contract';
export { Diagram } from './Diagram';
