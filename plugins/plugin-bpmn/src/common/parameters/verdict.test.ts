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
});
