export { DocumentsPanel } from './DocumentsPanel';
export { TemplatesPanel } from './TemplatesPanel';
