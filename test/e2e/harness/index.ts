export { expectAxeClean, type AxeOptions } from './axe';
export { SIZES, TestBrowser, type OpenedPage, type Size } from './browser';
export { screenshot } from './screenshot';
export { ADMINISTRATOR, demonstrationAccount, openPage, signIn, type Account } from './sign-in';
