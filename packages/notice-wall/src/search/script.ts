/**
 * The one script of a wall, only on its search page: reads the lists of one pair of signs and shows what has all of the query. It
 * writes text, never markup, and puts nothing into the address, so that nobody's query is kept in a history or a log.
 */
export const SEARCH_SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('search');
  const found = document.getElementById('found');
  const said = document.getElementById('said');
  const more = document.getElementById('more');
  const words = form.dataset;
  const SHOWN = 20;
  let older = null;
  let wanted = '';
  let shard = 0;
  let seen = new Set();

  const folded = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, '');
  const hash = (text) => {
    let value = 2166136261;
    for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16777619) >>> 0;
    return value;
  };

  const show = ([id, number, title, place, day]) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const about = document.createElement('p');
    link.href = 'n/' + id.slice(0, 2) + '/' + id + '.html';
    link.textContent = title;
    about.textContent = [place, day, number].join(' · ');
    item.append(link, about);
    found.append(item);
  };

  const read = async (file) => {
    const answer = await fetch('search/' + shard + '/' + file + '.json');
    if (answer.status === 404) return { entries: [], older: null };
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const search = async (first) => {
    more.hidden = true;
    said.textContent = '';
    const until = seen.size + SHOWN;
    try {
      for (let file = first; file !== null && seen.size < until; file = older) {
        const part = await read(file);
        older = part.older === null ? null : 'p' + part.older;
        for (const entry of part.entries) {
          if (seen.has(entry[0]) || !(folded(entry[2]).includes(wanted) || folded(entry[1]).includes(wanted))) continue;
          seen.add(entry[0]);
          show(entry);
        }
      }
      if (seen.size === 0) said.textContent = words.none;
      more.hidden = older === null;
    } catch {
      said.textContent = words.failed;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    wanted = folded(form.elements.namedItem('q').value);
    found.replaceChildren();
    seen = new Set();
    const signs = [...wanted];
    if (signs.length < 2) {
      said.textContent = words.short;
      more.hidden = true;
      return;
    }
    shard = hash(signs[0] + signs[1]) % Number(words.shards);
    search('index');
  });
  more.addEventListener('click', () => search(older));
})();
`;
