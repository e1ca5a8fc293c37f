import { saveFile } from '@wuxin/plugin-bpmn/client-v2';

type AnsweredFile = Parameters<typeof saveFile>[0];

/** A page may still be read from it after so long. */
const KEPT_MS = 60_000;
const SHOWN = /\.(pdf|jpe?g|png)$/i;

/** Pictures and PDF are shown beside the page; what a browser cannot show is saved. */
export function openFile(file: AnsweredFile): void {
  if (!SHOWN.test(file.name)) {
    saveFile(file);
    return;
  }
  const address = URL.createObjectURL(file.content);
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
