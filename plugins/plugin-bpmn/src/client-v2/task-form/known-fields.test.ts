import type { ContractField } from '../../common/form';
import { contractOf, MEMBERS, OPINION } from './__fixtures__/forms';
import { learnFields } from './known-fields';

const page = (fields: string[], learned: string[] = []) => {
  const known = new Set(fields);
  let reloads = 0;
  const main = {
    getCollection: () => ({ getField: (name: string) => (known.has(name) ? {} : undefined) }),
    reload: async () => {
      reloads += 1;
      learned.forEach((name) => known.add(name));
    },
  };
  return { dataSourceManager: { getDataSource: () => main }, reloads: () => reloads };
};
const named = (name: string): ContractField => ({ ...OPINION, name });

describe('what a page knows of the fields in a form', () => {
  it('is read again for a field that was added after the page was loaded', async () => {
    const { reloads, ...engine } = page([OPINION.name], ['conclusion']);

    await learnFields(engine, contractOf(OPINION, named('conclusion')));
    await learnFields(engine, contractOf(OPINION, named('conclusion')));

    expect(reloads()).toBe(1);
  });

  it('is enough where it knows all of them, also the columns of rows', async () => {
    const { reloads, ...engine } = page(['members', 'name', 'age', 'person']);

    await learnFields(engine, contractOf(MEMBERS));

    expect(reloads()).toBe(0);
  });

  it('is not asked for again and again where the server has no such field either', async () => {
    const { reloads, ...engine } = page([]);

    await learnFields(engine, contractOf(named('gone')));
    await learnFields(engine, contractOf(named('gone')));

    expect(reloads()).toBe(1);
  });
});
