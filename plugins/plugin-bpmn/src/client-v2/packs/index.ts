export { ExportDialog } from './ExportDialog';
export { ImportPage, ImportPage as default } from './ImportPage';
