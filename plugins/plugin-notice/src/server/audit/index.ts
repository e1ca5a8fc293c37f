export { journalWhole, publishedAsChecked } from './audit';
