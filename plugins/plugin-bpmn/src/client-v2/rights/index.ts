export { LackNote } from './LackNote';
export { RightsPage as default } from './RightsPage';
export { useOwnRights, useRightTo } from './useOwnRights';
