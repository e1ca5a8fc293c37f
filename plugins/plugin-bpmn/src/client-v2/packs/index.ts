export { ExportDialog } from './ExportDialog';
export { ImportPage, ImportPage as default } from './ImportPage';
export { ShippedNotice, ShippedNoticeOfOne } from './ShippedNotice';
export { ShippedPage } from './ShippedPage';
