export { CollectionDeskPage } from './CollectionDeskPage';
export { CollectionsPage as default } from './CollectionsPage';
export { WuxinCollectionsBlockModel } from './CollectionsBlock';
