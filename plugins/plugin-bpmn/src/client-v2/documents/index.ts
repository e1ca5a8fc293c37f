export { saveFile } from './saveFile';
export { DocumentsPanel } from './DocumentsPanel';
export { TemplatesPanel } from './TemplatesPanel';
