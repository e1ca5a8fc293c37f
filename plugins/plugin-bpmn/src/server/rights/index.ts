export { giveRight, type GivenRight } from './give-right';
export { rolesThatPublish, roleRights } from './role-rights';
export { RIGHT_KEYS } from './snippets';
export { ACTION_OF, ADMINISTRATION_SNIPPET, registerSnippets, SUPERVISION_SNIPPET } from './snippets';
