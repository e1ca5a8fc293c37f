export { authorshipOf, authorsOfVersion, type Authorship, freezeAuthors, keepAuthors, noteAuthor } from './authors';
export { publishersBut } from './publishers';
export { publishRequestsOf } from './requests';
export { mustBeAnother } from './rule';
export { askForTwo, asksForTwo } from './setting';
export { publishRequests } from './store';
