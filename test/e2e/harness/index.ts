export { expectAxeClean, type AxeOptions } from './axe';
export { Cast } from './cast';
export { SIZES, TestBrowser, type OpenedPage, type Size } from './browser';
export { tabTo } from './keyboard';
export { givePost } from './posts';
export { giveRole } from './roles';
export { openPage } from './open-page';
export { outputFile, screenshot } from './output';
export { story } from './story';
export {
  ADMINISTRATOR,
  chooseLanguage,
  demonstrationAccount,
  demonstrationName,
  signIn,
  takeSession,
  tokenOf,
  type Account,
} from './sign-in';
