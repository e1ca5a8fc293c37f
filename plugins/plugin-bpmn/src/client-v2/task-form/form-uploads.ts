/** `failed` once a file did not arrive and still stands in its field. */
export type UploadState = 'none' | 'uploading' | 'failed';

/** What the file fields of one form are doing: nothing of it is a value of the form yet. */
export class FormUploads {
  private readonly byField = new Map<string, UploadState>();
  private readonly listeners = new Set<(state: UploadState) => void>();

  /** The worst of all fields: what is on its way can still fail. */
  get state(): UploadState {
    const states = [...this.byField.values()];
    return states.find((state) => state === 'uploading') ?? states.find((state) => state === 'failed') ?? 'none';
  }

  report(field: string, state: UploadState): void {
    const before = this.state;
    if (state === 'none') this.byField.delete(field);
    else this.byField.set(field, state);
    if (this.state !== before) for (const listen of this.listeners) listen(this.state);
  }

  /** Calls back whenever the state is another one; gives a function that ends it. */
  onChange(listen: (state: UploadState) => void): () => void {
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }
}
