import type { Locator, Page } from 'playwright-core';
import { expectAxeClean } from '../harness';
import { spaced } from './spaced';

interface Answers {
  /** What the dialog says before it is confirmed. */
  readonly consequence: string | RegExp;
  readonly reason: string;
  readonly reasonLabel?: string;
  /** Whom it concerns, by the label of the field. */
  readonly person?: readonly [label: string, name: string];
  /** Where it goes, by the label of the field. */
  readonly step?: readonly [label: string, name: string];
  /** A number that it changes, by the label of the field. */
  readonly number?: readonly [label: string, value: string];
}

/** The dialog that asks why before something that concerns others is done; one is open at a time. */
export class ActDialog {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button of the page, answers what its dialog asks and confirms it; ends when the page says `done`. */
  async act(name: string, done: string, answers: Answers): Promise<void> {
    await this.page.getByRole('button', { name: spaced(name) }).click();
    await this.dialog.getByRole('alert').filter({ hasText: answers.consequence }).waitFor();
    await expectAxeClean(this.page, { include: '.ant-modal-content' });
    if (answers.person) await this.pickPerson(...answers.person);
    if (answers.step) await this.pickStep(...answers.step);
    if (answers.number) await this.dialog.getByRole('spinbutton', { name: answers.number[0] }).fill(answers.number[1]);
    await this.dialog.getByRole('textbox', { name: answers.reasonLabel ?? '理由' }).fill(answers.reason);
    await this.dialog.getByRole('button', { name: spaced(name) }).click();
    await this.page.getByText(done).first().waitFor();
    await this.dialog.waitFor({ state: 'detached' });
  }

  private async pickPerson(label: string, name: string): Promise<void> {
    const field = this.dialog.getByRole('combobox', { name: label });
    await field.focus(); // a list of many takes letters only then
    await field.fill(name);
    await this.page.locator('.ant-select-item-option').filter({ hasText: name }).click();
  }

  private async pickStep(label: string, name: string): Promise<void> {
    await this.dialog
      .getByRole('combobox', { name: label })
      .locator('xpath=ancestor::div[contains(@class, "ant-select-selector")]')
      .click();
    await this.page.locator('.ant-select-item-option').getByText(name, { exact: true }).click();
  }
}
