import { perDatabase, type ReadTx } from '@wuxin/plugin-bpmn';

/** Says of which places a person supervises the affairs. Whoever keeps the posts registers it. */
export interface SupervisionProvider {
  placesOf(tx: ReadTx, userId: number): Promise<readonly string[]>;
}

class Supervision implements SupervisionProvider {
  private provider: SupervisionProvider = { placesOf: async () => [] };

  register(provider: SupervisionProvider): void {
    this.provider = provider;
  }

  placesOf(tx: ReadTx, userId: number): Promise<readonly string[]> {
    return this.provider.placesOf(tx, userId);
  }
}

/** Supervision committees of one application. @example supervisionOf(app.db).register(committees) */
export const supervisionOf = perDatabase(() => new Supervision());
