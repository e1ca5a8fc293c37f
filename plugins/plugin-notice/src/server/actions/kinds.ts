import { z } from 'zod';
import { listKinds } from '../kinds';
import { reading } from './define';

export const kindActions = {
  'noticeKinds:list': reading(z.object({ placeId: z.string().optional() }), (tx, _, { placeId }) =>
    listKinds(tx, placeId ?? null),
  ),
};
