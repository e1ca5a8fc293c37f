import { PATHS } from '../addresses';
import { html } from '../html';
import { page, type Site } from './frame';

/** Asks for the answer to an objection by its code; by POST, so that the code stands in no address. */
export function answerPage(site: Site): string {
  const { words, options } = site;
  return page(site, {
    path: PATHS.answer,
    title: words.say('answer.title'),
    main: html`<h1>${words.say('answer.title')}</h1>
      <p>${words.say('answer.text')}</p>
      <form method="post" action="${options.answersAt}" accept-charset="utf-8">
        <p>
          <label for="code">${words.say('answer.code')}</label>
          <input
            id="code"
            name="code"
            maxlength="40"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            required
          />
        </p>
        <p><button>${words.say('answer.send')}</button></p>
      </form>`,
  });
}

/** What a web server shows for any notice that is gone, with the answer 410. */
export function goneForGoodPage(site: Site): string {
  const { words } = site;
  return page(site, {
    path: PATHS.gone,
    title: words.say('gone.title'),
    main: html`<h1>${words.say('gone.title')}</h1>
      <p>${words.say('gone.general')}</p>
      <p>${words.say('gone.ask')}</p>`,
  });
}
