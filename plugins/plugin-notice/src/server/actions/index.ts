import type { Application } from '@nocobase/server';
import { registerOwnActions } from '@wuxin/plugin-bpmn';
import { registerRights } from '../rights';
import { disclosureActions } from './disclosures';
import { kindActions } from './kinds';
import { noticeActions } from './notices';
import { objectionActions } from './objections';
import { opinionActions } from './opinions';
import { wallActions } from './wall';

/** Declares the HTTP actions; each command checks who acts. */
export function registerActions(app: Application): void {
  const handlers = {
    ...kindActions,
    ...disclosureActions,
    ...noticeActions,
    ...objectionActions,
    ...opinionActions,
    ...wallActions,
  };
  registerOwnActions(app, handlers);
  registerRights(app, Object.keys(handlers));
}
