import type { Locator, Page } from 'playwright-core';
import { expectAxeClean } from '../harness';
import { spaced } from './spaced';

/** What is pressed, and what the page says once it is done; nothing where another page opens. */
export interface Act {
  readonly button: string | RegExp;
  /** What opens the dialog, where that is not called like the button in it. */
  readonly opener?: string;
  readonly done?: string;
  /** What the dialog has to say before. */
  readonly consequence?: string | RegExp;
  /** Fields of the dialog by their labels. */
  readonly fill?: Readonly<Record<string, string>>;
  /** What else is done in the dialog, once these are filled in. */
  readonly then?: (dialog: Locator) => Promise<void>;
  /** Within a part of the page. */
  readonly within?: Locator;
}

/** A page with buttons behind which a dialog says what follows and asks for what is needed. */
export class Acts {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** Presses, fills in, confirms; ends when the page says so and the dialog is gone. */
  async act({ button, opener = '', done, consequence, fill = {}, then, within }: Act): Promise<void> {
    const name = typeof button === 'string' ? spaced(button) : button;
    const opening = opener === '' ? { name } : { name: opener, exact: true };
    await (within ?? this.page).getByRole('button', opening).first().click();
    const { dialog } = this;
    if (consequence !== undefined) await dialog.getByRole('alert').filter({ hasText: consequence }).waitFor();
    await expectAxeClean(this.page, { include: '.ant-modal-content' });
    for (const [label, value] of Object.entries(fill)) await this.fillIn(label, value);
    await then?.(dialog);
    await dialog.getByRole('button', { name }).click();
    if (done !== undefined) await this.page.locator('.ant-message').getByText(done).first().waitFor();
  }

  private async fillIn(label: string, value: string): Promise<void> {
    const field = this.dialog.getByLabel(label, { exact: true }).first();
    if ((await field.getAttribute('role')) === 'combobox') return this.choose(field, value);
    await field.fill(value);
    const isDate = await field.evaluate((element) => element.closest('.ant-picker') !== null);
    if (isDate) await field.press('Enter');
  }

  async choose(field: Locator, value: string | RegExp): Promise<void> {
    await field.locator('xpath=ancestor::div[contains(@class, "ant-select-selector")]').click();
    // a long list shows only a part of itself
    if (typeof value === 'string' && (await field.isEditable())) await field.fill(value);
    // the list of the field before may still be fading
    const list = this.page.locator(`.ant-select-dropdown:has(#${await field.getAttribute('aria-controls')})`);
    await list.locator('.ant-select-item-option').getByText(value, { exact: true }).click();
  }
}
