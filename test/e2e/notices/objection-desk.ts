import { openPage } from '../harness';
import { Acts } from '../pages/acts';

interface Answer {
  readonly decision: '成立' | '更正（只是文字有误）' | '不成立';
  readonly text: string;
  /** Where the matter goes back to, where it is asked. */
  readonly step?: string | RegExp;
}

/** 异议办理: the page of one objection, as its decider has it. */
export class ObjectionDesk extends Acts {
  async open(number: string): Promise<this> {
    await openPage(this.page, '/admin/wuxin/objections', 'section[aria-labelledby] .ant-card');
    await this.page.getByRole('link', { name: number, exact: true }).first().click();
    await this.page.getByRole('heading', { level: 1, name: `异议 ${number}` }).waitFor();
    return this;
  }

  async accept(): Promise<void> {
    await this.act({ button: '受理', done: '已受理' });
    await this.page.getByRole('button', { name: /^答\s?复$/ }).waitFor();
  }

  async answer({ decision, text, step }: Answer, look: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.act({
      button: '答复',
      done: '已答复',
      then: async (dialog) => {
        await dialog.getByRole('radio', { name: decision, exact: true }).check();
        if (step !== undefined) await this.choose(dialog.getByRole('combobox', { name: '受影响的步骤' }), step);
        await dialog.getByLabel('答复内容和理由').fill(text);
        await look();
      },
    });
    await this.page.getByText(decision === '成立' ? '已办结。' : /^已答复。异议人可以/).waitFor();
  }
}
