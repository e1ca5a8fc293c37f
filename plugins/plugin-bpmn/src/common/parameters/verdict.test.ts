import { verdictOn } from './verdict';

const limits = { floor: 5, ceiling: 10 };

describe('the verdict on a value', () => {
  it('is free within the limits', () => {
    expect(verdictOn({ ...limits, limitKind: 'statutory' }, 10)).toEqual({ kind: 'free' });
    expect(verdictOn({}, 99)).toEqual({ kind: 'free' });
  });

  it('asks for approval beyond a policy limit, and says which', () => {
    expect(verdictOn({ ...limits, limitKind: 'policy' }, 4)).toEqual({
      kind: 'needsApproval',
      broken: { side: 'floor', limit: 5 },
    });
  });

  it('asks for approval within the limits too, where every change needs it', () => {
    expect(verdictOn({ ...limits, limitKind: 'statutory', needsApprover: true }, 7)).toEqual({
      kind: 'needsApproval',
      broken: null,
    });
  });

  it('refuses beyond a statutory limit, whoever would approve', () => {
    expect(verdictOn({ ...limits, limitKind: 'statutory', needsApprover: true }, 11)).toEqual({
      kind: 'refused',
      broken: { side: 'ceiling', limit: 10 },
    });
  });

  it.each([
    ['refuses beyond the law', '2/5', { kind: 'refused', broken: { side: 'floor', limit: '1/2' } }],
    [
      'asks for approval at the limit of the law, beyond that of policy',
      '1/2',
      { kind: 'needsApproval', broken: { side: 'floor', limit: '2/3' } },
    ],
    ['is free at the limit of policy', '4/6', { kind: 'free' }],
    [
      'asks for approval above the ceiling of policy, where the law has none',
      '1/1',
      { kind: 'needsApproval', broken: { side: 'ceiling', limit: '9/10' } },
    ],
  ])('with a policy limit within a statutory one %s', (_what, value, verdict) => {
    const both = { floor: '1/2', limitKind: 'statutory', policyFloor: '2/3', policyCeiling: '9/10' } as const;

    expect(verdictOn(both, value)).toEqual(verdict);
  });
});
