import { z } from 'zod';

/** Input of the lists of changes of settings. */
export const ChangesPage = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
};
