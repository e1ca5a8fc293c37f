import type { PersonRef } from '../../common/api';

export const person = (id: number | null, name: string | null): PersonRef | null =>
  id === null ? null : { id, name: name ?? String(id) };
