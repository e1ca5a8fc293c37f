import { useFlowEngine } from '@nocobase/flow-engine';
import { setFlowContext } from '../../../../../test/stubs/flow-engine';
import { openScope } from './form-scope';

interface Liquid {
  renderWithFullContext(text: string, context: unknown): Promise<string>;
}

describe('the scope of a form that is designed', () => {
  it('shows explanations in other words where there are some, filled in as NocoBase fills them in', async () => {
    setFlowContext({ liquid: { renderWithFullContext: async (text: string) => `<${text}>` } });
    const words = { 姓名不必登记: 'No names are kept' };

    const { delegate } = openScope(useFlowEngine(), { isDesigned: true, isPhone: false, words });

    const liquid = delegate['liquid'] as Liquid;
    expect(await liquid.renderWithFullContext('姓名不必登记', {})).toBe('<No names are kept>');
    expect(await liquid.renderWithFullContext('自己写的', {})).toBe('<自己写的>');
    expect(await liquid.renderWithFullContext('toString', {})).toBe('<toString>');
  });
});
