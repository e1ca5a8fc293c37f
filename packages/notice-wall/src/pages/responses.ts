import { PATHS, relativePath, type WallPath } from '../addresses';
import { html, type Markup } from '../html';
import type { Responses, WallNotice } from '../notice';
import type { WordKey } from '../words';
import type { Site } from './frame';

const LIMITS = { text: 2_000, name: 50, contact: 100, people: 9_999 } as const;

/** Until when and how to object, and the form, where the wall has an address for it. */
export function responses({ options, words }: Site, notice: WallNotice, path: WallPath): Markup | null {
  const asked = notice.responses;
  if (!asked) return null;
  const day = asked.until === null ? '' : words.day(asked.until);
  const of = (key: 'title' | 'until' | 'untilPosted' | 'over'): string => words.say(`${asked.asks}.${key}`, { day });
  const open = asked.until === null ? 'untilPosted' : 'until';
  const isOnline = asked.isOpen && options.responsesAt !== null;
  return html`<section class="responses" aria-labelledby="responses">
    <h2 id="responses">${of('title')}</h2>
    <p>${of(asked.isOpen ? open : 'over')}</p>
    ${asked.isOpen && ways(words.say, asked)} ${isOnline && form({ options, words }, notice.id, asked)}
    ${options.answersAt !== null &&
    html`<p class="screen"><a href="${relativePath(path, PATHS.answer)}">${words.say('answer.title')}</a></p>`}
  </section>`;
}

function ways(say: (key: WordKey) => string, { channels, windowAddress, telephone }: Responses): Markup {
  const row = (key: WordKey, text: string) =>
    text !== '' &&
    html`<div>
      <dt>${say(key)}</dt>
      <dd>${text}</dd>
    </div> `;
  return html`<dl>
    ${row('responses.channels', channels.join('；'))}${row('responses.window', windowAddress)}${row(
      'responses.telephone',
      telephone,
    )}
  </dl>`;
}

/**
 * A form that needs no session and no script. People do not see the field `website`, and what fills it is no person.
 */
function form({ options, words: { say } }: Site, noticeId: string, { asks }: Responses): Markup {
  return html`<p class="screen">${say('responses.onlineHere')}</p>
    <form class="screen" method="post" action="${options.responsesAt}" accept-charset="utf-8">
      <input type="hidden" name="notice" value="${noticeId}" />
      <p>
        <label for="text">${say(`${asks}.text`)}</label>
        <textarea id="text" name="text" rows="6" maxlength="${LIMITS.text}" required></textarea>
      </p>
      <p>
        <label for="people">${say('responses.people')}</label>
        <input id="people" name="people" type="number" inputmode="numeric" min="1" max="${LIMITS.people}" value="1" required />
      </p>
      <p>
        <label for="name">${say('responses.name')}</label>
        <input id="name" name="name" maxlength="${LIMITS.name}" autocomplete="off" />
      </p>
      <p>
        <label for="contact">${say('responses.contact')}</label>
        <input id="contact" name="contact" maxlength="${LIMITS.contact}" autocomplete="off" />
      </p>
      <p class="trap" aria-hidden="true">
        <label for="website">${say('responses.trap')}</label>
        <input id="website" name="website" tabindex="-1" autocomplete="off" />
      </p>
      <p>${say('responses.private')}</p>
      <p><button>${say(`${asks}.send`)}</button></p>
    </form>`;
}
