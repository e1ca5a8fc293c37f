export { AGAIN } from './again';
export { expectAxeClean, type AxeOptions } from './axe';
export { callsOf } from './calls';
export { Cast } from './cast';
export { employClerk } from './clerk';
export { SIZES, TestBrowser, type OpenedPage, type Size } from './browser';
export { Installation, INSTALLATION_LIMIT_MS } from './installation';
export { tabTo } from './keyboard';
export { givePost } from './posts';
export { giveRole } from './roles';
export { openPage } from './open-page';
export { outputFile, screenshot } from './output';
export { story } from './story';
export {
  ADMINISTRATOR,
  chooseLanguage,
  CLERK,
  demonstrationAccount,
  demonstrationName,
  signIn,
  takeSession,
  tokenOf,
  type Account,
} from './sign-in';
