import type { Locator, Page } from 'playwright-core';
import { ADMINISTRATOR, callsOf } from '../harness';

interface Route {
  readonly id: number;
  readonly children?: readonly { readonly id: number }[];
}

interface MadePage {
  readonly address: string;
  remove(): Promise<unknown>;
}

/** An empty page of NocoBase that this role finds in its menu, as an administrator makes it; the page is anybody's. */
export async function makePage(page: Page, { title, role }: { title: string; role: string }): Promise<MadePage> {
  const { post } = await callsOf(page, ADMINISTRATOR);
  const schemaUid = `blocks${Date.now().toString(36)}`;
  const tab = { type: 'tabs', hidden: true, schemaUid: `${schemaUid}-tab`, tabSchemaName: `${schemaUid}-name` };
  const made = await post<Route>('desktopRoutes:create', {
    type: 'flowPage',
    title,
    schemaUid,
    enableTabs: false,
    uiLayouts: ['admin-layout-model'],
    children: [{ ...tab, uiLayouts: ['admin-layout-model'] }],
  });
  await post(`roles/${role}/desktopRoutes:add`, [made.id, ...(made.children ?? []).map(({ id }) => id)]);
  return { address: `/v/admin/${schemaUid}`, remove: () => post(`desktopRoutes:destroy?filterByTk=${made.id}`, {}) };
}

const OPEN_MENU = '.ant-dropdown:not(.ant-dropdown-hidden)';

/** A page of NocoBase with blocks of ours, and its editor. */
export class OrdinaryPage {
  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(this.address);
  }

  /** The card of a block, by its heading. */
  block(heading: string): Locator {
    const title = this.page.locator('.ant-card-head-title').filter({ hasText: new RegExp(`^\\s*${heading}\\s*$`) });
    return this.page.locator('.ant-card').filter({ has: title });
  }

  /** NocoBase keeps the frame of a page only when that is opened with the editor on. */
  async edit(): Promise<void> {
    await this.page.getByTestId('ui-editor-button').click();
    await this.addButton.waitFor();
    await this.page.reload();
    await this.addButton.waitFor();
  }

  async add(block: string): Promise<void> {
    const saved = this.saved();
    await this.addButton.click();
    await this.page.locator(OPEN_MENU).getByRole('menuitem', { name: block, exact: true }).click();
    await saved;
    await this.block(block).waitFor();
  }

  /** Opens one of the settings of a block. */
  async settings(block: string, setting: string): Promise<BlockDialog> {
    await this.block(block).hover();
    await this.page.locator('.nb-toolbar-visible .anticon-menu').last().hover();
    await this.page.locator(OPEN_MENU).getByRole('menuitem', { name: setting, exact: true }).click();
    const dialog = this.page.getByRole('dialog').last();
    await dialog.waitFor();
    return new BlockDialog(dialog, () => this.saved());
  }

  private get addButton(): Locator {
    return this.page.locator('[data-flow-add-block]').last();
  }

  private saved() {
    return this.page.waitForResponse((answer) => answer.url().includes('flowModels:save') && answer.ok());
  }
}

class BlockDialog {
  constructor(
    readonly dialog: Locator,
    private readonly saved: () => Promise<unknown>,
  ) {}

  get place(): Locator {
    return this.dialog.locator('.ant-select').filter({ has: this.dialog.page().getByRole('combobox', { name: '地点' }) });
  }

  get rows(): Locator {
    return this.dialog.getByRole('spinbutton');
  }

  async choosePlace(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: '地点' }).fill(name);
    await this.dialog.page().locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  }

  async save(): Promise<void> {
    const saved = this.saved();
    await this.dialog.getByRole('button', { name: /保\s?存/ }).click();
    await saved;
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: /取\s?消/ }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
