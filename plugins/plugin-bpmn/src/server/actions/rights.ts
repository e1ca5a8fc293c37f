import type { HandlerType } from '@nocobase/resourcer';
import { z } from 'zod';
import type { AskForTwoBody, GiveRightBody, OwnRights } from '../../common/api';
import { RIGHT_KEYS } from '../../common/rights';
import { giveRight, roleRights } from '../rights';
import { forbidden } from '../runtime/errors';
import { mayDo } from '../runtime/rights';
import { settingChangePage } from '../setting-changes';
import { ChangesPage } from './changes-page';
import { askForTwo, asksForTwo } from '../two-people';
import { action, type Request } from './define';

const Nothing = z.object({});
const Changes = z.object(ChangesPage);
const AskForTwo = z.object({ isAsked: z.boolean() }) satisfies z.ZodType<AskForTwoBody>;
const Give = z.object({
  id: z.string().min(1).max(100),
  right: z.enum(RIGHT_KEYS),
  isGiven: z.boolean(),
}) satisfies z.ZodType<GiveRightBody>;

/** Who gives rights is who may change roles in NocoBase. */
const mayGive = ({ can }: Pick<Request, 'can'>): boolean => can('roles', 'update');

function mustGive(request: Request): void {
  if (!mayGive(request)) throw forbidden('right.mayNotGive');
}

async function ownRights({ engine, actor, can }: Request): Promise<OwnRights> {
  const may = (right: Parameters<typeof mayDo>[1]) => mayDo(actor, right);
  const isAskingForTwo = await engine.read(asksForTwo);
  return {
    asksForTwo: isAskingForTwo,
    design: may('design'),
    publish: may('publish'),
    migrate: may('migrate'),
    bind: may('bind'),
    processes: actor.isAdministrator,
    parameters: can('bpmnParameters', 'confirm'),
    give: mayGive({ can }),
  };
}

/** What people may do to processes, and who says so. */
export const rightActions: Record<string, HandlerType> = {
  'bpmnRights:mine': action(Nothing, ownRights),
  'bpmnRights:overview': action(Nothing, (request) => {
    mustGive(request);
    return request.engine.read(roleRights);
  }),
  'bpmnRights:give': action(Give, (request, { id: role, ...given }) => {
    mustGive(request);
    return request.engine.write((tx) => giveRight(tx, request.actor, { role, ...given }));
  }),
  'bpmnRights:askForTwo': action(AskForTwo, (request, { isAsked }) => {
    mustGive(request);
    return request.engine.write((tx) => askForTwo(tx, request.actor, isAsked));
  }),
  'bpmnRights:changes': action(Changes, (request, page) => {
    mustGive(request);
    return request.engine.read((tx) => settingChangePage(tx, { subject: 'rights', subjectKey: null, ...page }, request.locale));
  }),
};
