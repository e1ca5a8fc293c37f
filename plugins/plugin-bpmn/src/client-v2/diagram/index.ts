export type { DiagramBadge, DiagramMark } from './contract';
export { Diagram } from './Diagram';
export { useReadersXml } from './readers-xml';
