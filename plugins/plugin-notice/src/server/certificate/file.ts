import { docxOf, fileNameOf, textOf, type Locale, type PrintedDocument, type Tx } from '@wuxin/plugin-bpmn';
import type { Who } from '../rights';
import { certificateOf } from './certificate';
import { printedFacts } from './facts';

export interface Asked {
  readonly id: string;
  readonly origin?: string;
  readonly locale: Locale;
}

/** The certificate of publication as a Word file, for the staff of a notice: what is in it is what is stored at this moment. */
export async function certificateFile(tx: Tx, who: Who, asked: Asked): Promise<PrintedDocument> {
  const facts = await printedFacts(tx, who, asked);
  const blocks = certificateOf(facts, tx.now, asked.locale);
  return {
    content: docxOf(blocks),
    fileName: fileNameOf(textOf(asked.locale, 'notice.certificate.fileName'), facts.notice.title),
  };
}
