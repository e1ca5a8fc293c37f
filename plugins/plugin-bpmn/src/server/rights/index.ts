export { giveRight, type GivenRight } from './give-right';
export { rolesThatPublish, roleRights } from './role-rights';
export { ACTION_OF, ADMINISTRATION_SNIPPET, registerSnippets, SUPERVISION_SNIPPET } from './snippets';
