import type { Locator, Page } from 'playwright-core';
import { AGAIN } from '../harness';

const FRONT = '/api/wall/';
/** How often a page is looked at again: it is written after the commit. */
const TRIES = 40;
const PAUSE_MS = 250;

/** Somebody who reads the wall with their phone: no account, and a browser that runs no scripts. */
export class Resident {
  constructor(readonly page: Page) {}

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 }).last();
  }

  async openFront(): Promise<void> {
    await this.page.goto(FRONT);
  }

  /** From the front page to the list of a community, where this hangs now. */
  async openNotice(community: string, title: string): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      await this.openFront();
      const link = this.page.getByRole('link', { name: community, exact: true });
      if ((await link.count()) > 0) {
        await link.click();
        if ((await this.notice(title).count()) > 0) break;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    await this.notice(title).first().click();
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  notice(title: string): Locator {
    return this.page.getByRole('link', { name: title, exact: true });
  }

  /** What is found in the titles, newest first. */
  async search(words: string): Promise<string[]> {
    await this.openFront();
    await this.page.getByRole('searchbox').fill(words);
    await this.page.getByRole('button', { name: '查找' }).click();
    await this.heading.waitFor();
    return this.page.locator('ol.notices > li > a').allInnerTexts();
  }

  /** Writes into the form below a notice. @returns the number and the code that are shown once */
  async object(text: string, people = 1): Promise<{ number: string; code: string }> {
    await this.page.getByLabel('异议内容和理由').fill(text);
    await this.page.getByLabel('共同提出的人数').fill(String(people));
    await this.page.getByRole('button', { name: '提交异议' }).click();
    await this.page.getByRole('heading', { name: '提交成功' }).waitFor();
    return { number: await this.fact('编号'), code: await this.fact('查询码') };
  }

  /** What became of an objection. */
  async ask(code: string): Promise<void> {
    await this.openFront();
    await this.page.getByRole('link', { name: '查询答复' }).click();
    await this.page.getByLabel('查询码').fill(code);
    await this.page.getByRole('button', { name: '查询' }).click();
    await this.page.getByRole('heading', { name: '办理情况' }).waitFor();
  }

  /** One of the facts in the page, by its name. */
  fact(name: string): Promise<string> {
    const row = this.page.locator('dl > div').filter({ has: this.page.locator('dt').getByText(name, { exact: true }) });
    return row.locator('dd').innerText();
  }

  /** What an address that was kept says once its notice is gone, which is answered with 410. */
  async openGone(address: string): Promise<string> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const answer = await this.page.request.get(address, AGAIN);
      if (answer.status() === 410) break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    expect((await this.page.goto(address))?.status()).toBe(410);
    return this.page.locator('main').innerText();
  }
}
