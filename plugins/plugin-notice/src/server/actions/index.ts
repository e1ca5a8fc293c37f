import type { Application } from '@nocobase/server';
import { registerOwnActions } from '@wuxin/plugin-bpmn';
import { registerRights } from '../rights';
import { kindActions } from './kinds';
import { objectionActions } from './objections';
import { opinionActions } from './opinions';

/** Declares the HTTP actions; each command checks who acts. */
export function registerActions(app: Application): void {
  const handlers = { ...kindActions, ...objectionActions, ...opinionActions };
  registerOwnActions(app, handlers);
  registerRights(app, Object.keys(handlers));
}
