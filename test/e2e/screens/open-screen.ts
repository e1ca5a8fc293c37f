import type { Page } from 'playwright-core';
import type { Cast } from '../harness';
import { resize } from './look';
import type { Screen } from './screen';

/** Opens a screen for whoever looks at it in this language, and hands it to `look`. */
export async function withScreen(
  cast: Cast,
  language: keyof Screen['who'],
  screen: Screen,
  look: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  const page = await cast.page(screen.who[language], 'desktop', language === 'en' ? 'en-US' : undefined);
  await resize(page, 'desktop'); // the last screen may have left it a phone
  await screen.open(page);
  try {
    await look(page, screen);
  } finally {
    await screen.leave?.(page);
  }
}
