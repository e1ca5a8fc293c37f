export { checkView } from './check';
export { chooseView } from './choose';
export { codeView } from './code';
export { motionsView } from './motions';
export { publishedView } from './published';
export { receiptView } from './receipt';
