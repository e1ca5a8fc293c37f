export { GENERATED_ON, noticeOf } from './notices';
