import { defineParameters, parametersInForce } from '@wuxin/plugin-bpmn';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Petition } from '../__fixtures__';
import { numbersAt, OBJECTION_PARAMETERS, seedObjectionParameters } from './parameters';

const PROCEDURE = join(__dirname, '../../../../../workflows/12-four-deliberations/procedure.json');
const SHARED = ['obj.answer_days', 'obj.group', 'obj.township_days'];

describe('the numbers of objections', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());

  it('hold at a place', async () => {
    expect(await petition.read((tx) => numbersAt(tx, 'east'))).toEqual({
      acceptDays: 2,
      answerDays: 5,
      townshipDays: 10,
      appealDays: 5,
      keepDays: 180,
      group: 10,
    });
  });

  it('that the four deliberations have too say the same there', () => {
    const { parameters } = JSON.parse(readFileSync(PROCEDURE, 'utf8')) as { parameters: { key: string }[] };
    const theirs = parameters.filter(({ key }) => SHARED.includes(key)).sort((a, b) => (a.key < b.key ? -1 : 1));

    const ours = OBJECTION_PARAMETERS.filter(({ key }) => SHARED.includes(key)).toSorted((a, b) => (a.key < b.key ? -1 : 1));

    expect(ours).toEqual(theirs);
  });

  it('that a pack says otherwise stay as it says, where it shares them', async () => {
    const [first] = OBJECTION_PARAMETERS;
    if (!first) throw new Error('there are some');
    await petition.write((tx) => defineParameters(tx, [{ ...first, source: '本县规定', defaultValue: 3 }]));

    await petition.write(seedObjectionParameters);

    const kept = await petition.read((tx) => parametersInForce(tx, [first.key], null));
    expect(kept.get(first.key)?.definition).toMatchObject({ source: '本县规定', defaultValue: 3 });
  });
});
