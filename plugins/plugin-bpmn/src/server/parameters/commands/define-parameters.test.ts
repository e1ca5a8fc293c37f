import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import type { Tx } from '../../runtime/tx';
import { inWriteTransaction } from '../../store';
import { definition } from '../__fixtures__/definition';
import { viewParameters } from '../index';
import { defineParameters } from './define-parameters';

const OPTION = { value: 'a', label: '甲', labelEn: 'A' };

describe('definitions of packs', () => {
  let test: TestApp;
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => inWriteTransaction(test.db, { now: () => 0 }, work);

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
  });
  afterAll(() => test.stop());

  it.each([
    ['a key with spaces', definition({ key: 'cov days' })],
    ['a limit without saying of what kind', definition({ floor: 5 })],
    ['half a working day', definition({ defaultValue: 5.5 })],
    ['a share of more than the whole', definition({ defaultValue: '3/2', unit: 'share' })],
    ['limits of what is no number', definition({ defaultValue: 'many', unit: null, floor: 5, limitKind: 'policy' })],
    ['a default beyond its own limit', definition({ floor: 11, limitKind: 'policy' })],
    ['a limit that is no number', definition({ floor: 'half', limitKind: 'policy' })],
    ['no source', definition({ source: '' })],
    ['a default that is not on the list of options', definition({ defaultValue: 'c', unit: null, options: [OPTION] })],
    ['an option that nobody can read', definition({ defaultValue: 'a', unit: null, options: [{ ...OPTION, labelEn: '' }] })],
  ])('are refused with parameter.badDefinition: %s', async (_what, wrong) => {
    await expect(inTx((tx) => defineParameters(tx, [wrong]))).rejects.toMatchObject({
      code: 'parameter.badDefinition',
      status: 400,
    });
  });

  it('may have a policy limit within a statutory one, on either side', async () => {
    const both = { ceiling: 15, limitKind: 'statutory', policyFloor: 3, policyCeiling: 15 } as const;

    await inTx((tx) => defineParameters(tx, [definition(both)]));

    const [view] = await inTx((tx) => viewParameters(tx, { keys: ['cov.review_days'], placeId: null, locale: 'en-US' }));
    expect(view).toMatchObject({ floor: null, ...both });
  });

  it.each([
    ['parameter.policyLimitAlone', 'beside other policy limits', { floor: 3, limitKind: 'policy', policyFloor: 5 }],
    ['parameter.policyLimitAlone', 'without any other limit', { policyCeiling: 15 }],
    ['parameter.policyLimitAlone', 'where the law names no number', { limitKind: 'statutory', policyFloor: 5 }],
    ['parameter.policyLimitOutside', 'below the floor of the law', { floor: 5, limitKind: 'statutory', policyFloor: 3 }],
    ['parameter.policyLimitOutside', 'above the ceiling of the law', { ceiling: 15, limitKind: 'statutory', policyCeiling: 20 }],
    ['parameter.badDefinition', 'that the default passes', { floor: 5, limitKind: 'statutory', policyFloor: 11 }],
    ['parameter.badDefinition', 'that is no number', { floor: 5, limitKind: 'statutory', policyFloor: 'many' }],
  ] as const)('are refused with %s for a policy limit %s', async (code, _what, changes) => {
    const attempt = inTx((tx) => defineParameters(tx, [definition(changes)]));

    await expect(attempt).rejects.toMatchObject({ code, status: 400 });
  });
});
