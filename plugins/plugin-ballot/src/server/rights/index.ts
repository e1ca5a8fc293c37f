export { registerRights } from './register';
export { BALLOTS_SNIPPET, CONVENE_SNIPPET, type Who, whoOf } from './who';
