export { html, Markup, type Shown } from './html';
export { linkTo } from './links';
