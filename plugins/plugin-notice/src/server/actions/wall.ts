import { z } from 'zod';
import { rebuildAll, saveSettings, viewWall } from '../wall';
import { reading, writing } from './define';

const address = z.string().trim().max(2_000).nullable();

const Settings = z.object({
  title: z.string().trim().min(1).max(100),
  locale: z.enum(['zh-CN', 'en-US']),
  address,
  applicationAddress: address,
  offices: z
    .array(
      z.object({
        placeId: z.string().min(1).max(100).nullable(),
        windowAddress: z.string().trim().max(200),
        telephone: z.string().trim().max(60).regex(/^[\d +()-]*$/), // prettier-ignore
      }),
    )
    .max(2_000),
});

export const wallActions = {
  'noticeWall:get': reading(z.object({}), (tx, who) => viewWall(tx, who)),
  'noticeWall:settings': writing(Settings, saveSettings),
  'noticeWall:rebuild': writing(z.object({}), (tx, who) => rebuildAll(tx, who)),
};
