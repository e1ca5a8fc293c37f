import { join } from 'node:path';
import { readChecked } from '../procedures';
import { accountsSchema, casesSchema, regionSchema, type Cases, type Person, type Region } from './schema';

export interface Demonstration {
  readonly password: string;
  readonly people: readonly Person[];
  readonly region: Region;
  readonly cases: Cases;
}

/** Reads workflows/demo. */
export async function loadDemonstration(folder: string): Promise<Demonstration> {
  const { password, accounts } = await readChecked(join(folder, 'accounts.json'), accountsSchema);
  const region = await readChecked(join(folder, 'region.json'), regionSchema);
  const cases = await readChecked(join(folder, 'cases.json'), casesSchema);
  return { password, region, cases, people: [...accounts, ...region.colleagues] };
}
