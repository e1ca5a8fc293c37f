/** A piece of the text of a notice; no formats, no pictures, nothing that a page would carry out. */
export type NoticeBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly { readonly text: string; readonly columns?: number }[])[];
      readonly headerRows?: number;
    };
