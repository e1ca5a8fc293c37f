import { render, screen } from '@testing-library/react';
import { useFlowEngine } from '@nocobase/flow-engine';
import { setLanguage } from '../../../../../test/stubs/flow-engine';
import { TaskFormDesigner } from '.';

/** As NocoBase's models show a text of theirs. */
function Shown({ text }: { text: string }) {
  const { context } = useFlowEngine();
  return <p>{context.t(text, { ns: ['lm-flow-engine'] })}</p>;
}

describe('the designer of a form', () => {
  afterEach(() => setLanguage('zh-CN'));

  const open = async () => {
    const form = { formUid: 'f', collectionName: 'covenants', english: { 姓名不必登记: 'No names are kept' } };
    const shown = render(<TaskFormDesigner {...form} />);
    expect((await screen.findByTestId('flow-model')).textContent).toContain('BpmnTaskFormModel');
    shown.rerender(
      <>
        <TaskFormDesigner {...form} />
        <Shown text="姓名不必登记" />
        <Shown text="自己写的" />
      </>,
    );
  };

  it('shows English readers in English what content says in it, and what somebody wrote as it is', async () => {
    setLanguage('en-US');
    await open();

    expect(screen.getByText('No names are kept')).toBeTruthy();
    expect(screen.getByText('自己写的')).toBeTruthy();
  });

  it('shows Chinese readers everything as it is written', async () => {
    await open();

    expect(screen.getByText('姓名不必登记')).toBeTruthy();
  });
});
