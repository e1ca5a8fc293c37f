import type { Application } from '@nocobase/server';
import { RESOURCES, SNIPPET_ACTIONS } from './who';

/** Everybody who is signed in may send every action; each checks who acts by the posts of the meeting and by {@link whoOf}. */
export function registerRights(app: Application, actionNames: readonly string[]): void {
  for (const resource of RESOURCES) {
    const own = actionNames.flatMap((name) => (name.startsWith(`${resource}:`) ? [name.slice(resource.length + 1)] : []));
    if (own.length > 0) app.acl.allow(resource, own, 'loggedIn');
  }
  for (const [name, actions] of Object.entries(SNIPPET_ACTIONS)) app.acl.registerSnippet({ name, actions: [...actions] });
}
