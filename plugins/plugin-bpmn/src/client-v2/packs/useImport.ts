import { useCallback, useState } from 'react';
import type { PackImported, PackPreview } from '../../common/api';
import { useApi, useCommand, type Failure } from '../api';

interface Chosen {
  /** Findings in which the pack is to win. */
  readonly fromPack: ReadonlySet<string>;
  /** Keys of procedures that are left out. */
  readonly skipped: ReadonlySet<string>;
}

const NOTHING: Chosen = { fromPack: new Set(), skipped: new Set() };

export interface Import {
  readonly file: File | null;
  readonly previews: PackPreview[] | null;
  readonly chosen: Chosen;
  readonly imported: PackImported[] | null;
  readonly isReading: boolean;
  readonly isImporting: boolean;
  readonly failure: Failure | null;
  readonly choose: (file: File) => Promise<void>;
  readonly decide: (findingId: string, side: 'here' | 'pack') => void;
  readonly skip: (key: string, isSkipped: boolean) => void;
  readonly take: () => Promise<void>;
}

/** From a chosen file over its preview and what is decided to the drafts. After a refusal the file and the choices are still there. */
export function useImport(): Import {
  const api = useApi();
  const [file, setFile] = useState<File | null>(null);
  const [previews, setPreviews] = useState<PackPreview[] | null>(null);
  const [chosen, setChosen] = useState(NOTHING);
  const [imported, setImported] = useState<PackImported[] | null>(null);
  const reading = useCommand(api.packs.preview);
  const importing = useCommand(api.packs.take);

  const look = useCallback(
    async (given: File, fromPack: ReadonlySet<string>) => {
      const answer = await reading.run(given, [...fromPack]);
      if (answer) setPreviews(answer.value);
      return answer?.value ?? null;
    },
    [reading],
  );
  const choose = async (given: File) => {
    setFile(given);
    setPreviews(null);
    setChosen(NOTHING);
    importing.forget();
    const found = await look(given, NOTHING.fromPack);
    // a draft of what is here already helps nobody
    const same = found?.filter(({ isNew, findings }) => !isNew && findings.length === 0).map(({ key }) => key);
    setChosen({ ...NOTHING, skipped: new Set(same) });
  };
  const take = async () => {
    if (!file || !previews) return;
    const choices = previews
      .filter(({ key }) => !chosen.skipped.has(key))
      .map(({ key, revision, findings }) => ({
        key,
        revision,
        fromPack: findings.map(({ id }) => id).filter((id) => chosen.fromPack.has(id)),
      }));
    const answer = await importing.run(file, choices);
    if (answer) setImported(answer.value);
    // somebody changed it meanwhile: what is shown next is what is there now
    else await look(file, chosen.fromPack);
  };
  return {
    file,
    previews,
    chosen,
    imported,
    isReading: reading.isRunning,
    isImporting: importing.isRunning,
    failure: importing.failure ?? reading.failure,
    choose,
    decide: (id, side) => setChosen((now) => ({ ...now, fromPack: changed(now.fromPack, id, side === 'pack') })),
    skip: (key, isSkipped) => setChosen((now) => ({ ...now, skipped: changed(now.skipped, key, isSkipped) })),
    take,
  };
}

function changed(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const others = [...set].filter((one) => one !== item);
  return new Set(isIn ? [...others, item] : others);
}
