/** What a Word file of ours consists of, without how it looks. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'strong' | 'note'; readonly text: string }
  /** `widths` in hundredths of the page's; the first row is its head where `hasHead`. */
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
      readonly hasHead?: true;
    };
