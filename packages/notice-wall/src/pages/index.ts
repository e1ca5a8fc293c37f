export { answerPage, goneForGoodPage } from './answer';
export { siteOf, type Crumb, type Site } from './frame';
export { archivePage, frontPage } from './fronts';
export { listPage, type ListHead, type ListPart } from './list';
export { noticePage } from './notice';
export { searchPage } from './search';
export { foundPage, tellPage } from './served';
export { STYLE } from './style';
