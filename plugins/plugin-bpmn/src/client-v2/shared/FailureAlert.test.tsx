import { render, screen } from '@testing-library/react';
import { setLanguage } from '../../../../../test/stubs/flow-engine';
import { toFailure } from '../api';
import { FailureAlert } from './FailureAlert';

const refusedByNocoBase = toFailure({ response: { status: 403, data: { errors: [{ message: 'No permissions' }] } } });

describe('what stands beside an act that was refused', () => {
  afterEach(() => setLanguage('zh-CN'));

  it.each([
    ['zh-CN', '您没有权限；如果工作需要，请联系管理员。'],
    ['en-US', 'You may not do this; if you need it for your work, ask an administrator.'],
  ] as const)('says in %s that the reader may not, where NocoBase has one language for all', (language, words) => {
    setLanguage(language);

    render(<FailureAlert failure={refusedByNocoBase} />);

    expect(screen.getByRole('alert').textContent).toBe(words);
  });
});
