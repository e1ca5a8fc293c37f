import { loadSodium, readCode, sealChoice } from '@wuxin/ballot-box';
import type { SlipLook } from '../common/api';
import { DoorClient, Refused } from './door';
import { el } from './dom';
import { languageOf, TEXTS, type Language, type Texts } from './texts';
import { checkView, chooseView, codeView, motionsView, publishedView, receiptView } from './views';

type Motion = SlipLook['motions'][number];

/** Where a voter is. Everything lies in memory: a page that is loaded anew knows nothing. */
type Step =
  | { readonly at: 'code'; readonly problem?: string; readonly note?: string }
  | { readonly at: 'motions'; readonly look: SlipLook }
  | { readonly at: 'choose'; readonly motion: Motion; readonly choice: readonly string[] }
  | { readonly at: 'check'; readonly motion: Motion; readonly choice: readonly string[]; readonly problem?: string }
  | { readonly at: 'receipt'; readonly motion: Motion; readonly receipt: string }
  | { readonly at: 'published' };

export class Voting {
  private language: Language;
  private code = '';
  private publicKey = '';
  private step: Step = { at: 'code' };
  private readonly door: DoorClient;

  constructor(
    private readonly page: HTMLElement,
    given: { readonly base: string; readonly language: string },
  ) {
    this.language = languageOf(given.language);
    this.door = new DoorClient(given.base, () => this.language);
  }

  /** @param scanned a code that came with the address; empty: it is typed */
  begin(scanned: string): void {
    this.show({ at: 'code' });
    if (scanned) void this.enter(scanned);
  }

  private get texts(): Texts {
    return TEXTS[this.language];
  }

  private show(step: Step): void {
    this.step = step;
    const { texts } = this;
    document.documentElement.lang = this.language;
    document.title = texts.title;
    const change = () => {
      this.language = this.language === 'zh-CN' ? 'en-US' : 'zh-CN';
      this.show(this.step);
    };
    const header = el('header', {}, el('p', {}, texts.title), el('button', { class: 'small', type: 'button', onclick: change }, texts.other)); // prettier-ignore
    const main = el('main', {}, ...this.viewOf(step));
    this.page.replaceChildren(header, main);
    // whoever listens or uses a keyboard begins at the new heading
    main.querySelector('h1')?.focus();
    scrollTo(0, 0);
  }

  private viewOf(step: Step): HTMLElement[] {
    const { texts } = this;
    switch (step.at) {
      case 'code':
        return codeView(texts, step, {
          enter: (typed) => this.enter(typed),
          published: () => this.show({ at: 'published' }),
        });
      case 'motions':
        return motionsView(texts, step.look, {
          vote: (motion) => this.show({ at: 'choose', motion, choice: [] }),
          refresh: () => this.refresh(),
          end: () => this.end(),
        });
      case 'choose':
        return chooseView(texts, step, {
          mark: (choice) => void (this.step = { ...step, choice }),
          check: (choice) => this.show({ at: 'check', motion: step.motion, choice }),
          back: () => void this.refresh(),
        });
      case 'check':
        return checkView(texts, step, {
          cast: () => this.cast(step.motion, step.choice),
          change: () => this.show({ at: 'choose', motion: step.motion, choice: step.choice }),
        });
      case 'receipt':
        return receiptView(texts, step, { others: () => void this.refresh(), end: () => this.end() });
      case 'published':
        return publishedView(texts, { load: () => this.door.list(), back: () => this.show({ at: 'code' }) });
    }
  }

  private async enter(typed: string): Promise<void> {
    try {
      this.code = readCode(typed);
    } catch {
      return this.show({ at: 'code', problem: this.texts.codeWrong });
    }
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    try {
      const look = await this.door.look(this.code);
      this.publicKey = look.publicKey;
      this.show({ at: 'motions', look });
    } catch (error) {
      this.show({ at: 'code', problem: error instanceof Refused ? error.message : this.texts.offline });
    }
  }

  /** A ballot whose answer is lost may be in the box: trying again finds it there by its receipt. */
  private async cast(motion: Motion, choice: readonly string[]): Promise<void> {
    const sealed = sealChoice(await loadSodium(), this.publicKey, { motionId: motion.id, choice });
    try {
      const { receipt } = await this.door.cast({ motionId: motion.id, code: this.code, sealed });
      this.show({ at: 'receipt', motion, receipt });
    } catch (error) {
      if (!(error instanceof Refused)) return this.show({ at: 'check', motion, choice, problem: this.texts.lost });
      if (error.receipt) return this.show({ at: 'receipt', motion, receipt: error.receipt });
      this.show({ at: 'check', motion, choice, problem: error.message });
    }
  }

  private end(): void {
    this.code = '';
    this.publicKey = '';
    this.show({ at: 'code', note: this.texts.ended });
  }
}
