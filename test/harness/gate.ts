/** A point in the middle of some work at which a test holds it. */
export class Gate {
  private pass: () => void = () => undefined;
  private arrive: () => void = () => undefined;
  /** Resolves when the work has come to the gate. */
  readonly reached = new Promise<void>((resolve) => (this.arrive = resolve));
  private readonly opened = new Promise<void>((resolve) => (this.pass = resolve));

  async hold(): Promise<void> {
    this.arrive();
    await this.opened;
  }

  open(): void {
    this.pass();
  }
}
