import type { HandlerType } from '@nocobase/resourcer';
import { home } from '../queries';
import { action } from './define';
import * as Input from './inputs';
import { reading } from './reading';

export const homeActions: Record<string, HandlerType> = {
  'bpmnHome:overview': action(Input.Nothing, (request) => {
    const mayKeepParameters = request.can('bpmnParameters', 'overview');
    return reading(request, (reader) => home(reader, { mayKeepParameters }));
  }),
};
