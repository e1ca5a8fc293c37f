import type { Application } from '@nocobase/server';
import { SNIPPET_ACTIONS } from './who';

/** Everybody who is signed in may send every action; each checks who acts by the posts of the notice and by `whoOf`. */
export function registerRights(app: Application, actionNames: readonly string[]): void {
  const byResource = new Map<string, string[]>();
  for (const name of actionNames) {
    const [resource = '', action = ''] = name.split(':');
    byResource.set(resource, [...(byResource.get(resource) ?? []), action]);
  }
  for (const [resource, own] of byResource) app.acl.allow(resource, own, 'loggedIn');
  for (const [name, actions] of Object.entries(SNIPPET_ACTIONS)) app.acl.registerSnippet({ name, actions: [...actions] });
}
