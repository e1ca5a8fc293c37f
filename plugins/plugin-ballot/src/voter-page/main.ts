import { Voting } from './voting';

/** A scanned slip brings its code behind the #, which no browser sends; it does not stay in the address either. */
function scannedCode(): string {
  const scanned = location.hash.slice(1);
  if (scanned) history.replaceState(null, '', location.pathname);
  return scanned;
}

const page = document.getElementById('page');
if (page) {
  const voting = new Voting(page, { base: location.pathname.replace(/\/+$/, ''), language: navigator.language });
  voting.begin(scannedCode());
  // the next slip, scanned while the page is open
  addEventListener('hashchange', () => voting.begin(scannedCode()));
}
