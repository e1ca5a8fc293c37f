export { registerRights } from './register';
export { DRAFT_SNIPPET, NOTICES_SNIPPET, RECEIVE_SNIPPET, type Who, whoOf } from './who';
