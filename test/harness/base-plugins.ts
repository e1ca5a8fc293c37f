/** What a server of ours needs of NocoBase; a test names what it needs beyond that. */
export const BASE_PLUGINS = [
  'error-handler',
  'field-sort',
  'data-source-manager',
  'data-source-main',
  'file-manager',
  'system-settings',
  'users',
  'auth',
  'acl',
  'flow-engine',
  'notification-manager',
  'notification-in-app-message',
  'workflow',
] as const;
