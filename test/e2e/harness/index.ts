export { expectAxeClean, type AxeOptions } from './axe';
export { Cast } from './cast';
export { SIZES, TestBrowser, type OpenedPage, type Size } from './browser';
export { tabTo } from './keyboard';
export { giveRole } from './roles';
export { openPage } from './open-page';
export { story } from './story';
export { ADMINISTRATOR, chooseLanguage, demonstrationAccount, signIn, takeSession, tokenOf, type Account } from './sign-in';
