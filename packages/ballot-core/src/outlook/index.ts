export { outlook, type Outlook } from './outlook';
