import { useCallback, useRef, useState } from 'react';
import type { PackChoice, PackImported, PackPreview } from '../../common/api';
import { useCommand, type Failure } from '../api';

interface Chosen {
  /** Findings in which the pack is to win. */
  readonly fromPack: ReadonlySet<string>;
  /** Keys of procedures that are left out. */
  readonly skipped: ReadonlySet<string>;
}

const NOTHING: Chosen = { fromPack: new Set(), skipped: new Set() };

export interface Offered<Source> {
  readonly previews: PackPreview[] | null;
  readonly chosen: Chosen;
  readonly imported: PackImported[] | null;
  readonly isReading: boolean;
  readonly isImporting: boolean;
  readonly failure: Failure | null;
  /** Begins anew with these packs. */
  readonly look: (source: Source) => Promise<void>;
  readonly decide: (findingId: string, side: 'here' | 'pack') => void;
  readonly skip: (key: string, isSkipped: boolean) => void;
  readonly take: () => Promise<void>;
}

/**
 * From packs over their preview and what is decided to the drafts. After a refusal the packs and the choices are still there.
 * @param preview, take stay the same functions from one rendering to the next
 */
export function useOffer<Source>(
  preview: (source: Source, fromPack: string[]) => Promise<PackPreview[]>,
  takeIn: (source: Source, choices: PackChoice[]) => Promise<PackImported[]>,
): Offered<Source> {
  const source = useRef<{ readonly packs: Source } | null>(null);
  const [previews, setPreviews] = useState<PackPreview[] | null>(null);
  const [chosen, setChosen] = useState(NOTHING);
  const [imported, setImported] = useState<PackImported[] | null>(null);
  const reading = useCommand(preview);
  const importing = useCommand(takeIn);
  const { run: read } = reading;
  const { run: runImport, forget } = importing;

  const lookAgain = useCallback(
    async (packs: Source, fromPack: ReadonlySet<string>) => {
      const answer = await read(packs, [...fromPack]);
      if (answer) setPreviews(answer.value);
      return answer?.value ?? null;
    },
    [read],
  );
  const look = useCallback(
    async (packs: Source) => {
      source.current = { packs };
      setPreviews(null);
      setChosen(NOTHING);
      setImported(null);
      forget();
      const found = await lookAgain(packs, NOTHING.fromPack);
      // a draft of what is here already helps nobody
      const same = found?.filter(({ isNew, findings }) => !isNew && findings.length === 0).map(({ key }) => key);
      setChosen({ ...NOTHING, skipped: new Set(same) });
    },
    [lookAgain, forget],
  );
  const take = async () => {
    if (!source.current || !previews) return;
    const { packs } = source.current;
    const choices = previews
      .filter(({ key }) => !chosen.skipped.has(key))
      .map(({ key, revision, findings }) => ({
        key,
        revision,
        fromPack: findings.map(({ id }) => id).filter((id) => chosen.fromPack.has(id)),
      }));
    const answer = await runImport(packs, choices);
    if (answer) setImported(answer.value);
    // somebody changed it meanwhile: what is shown next is what is there now
    else await lookAgain(packs, chosen.fromPack);
  };
  return {
    previews,
    chosen,
    imported,
    isReading: reading.isRunning,
    isImporting: importing.isRunning,
    failure: importing.failure ?? reading.failure,
    look,
    decide: (id, side) => setChosen((now) => ({ ...now, fromPack: changed(now.fromPack, id, side === 'pack') })),
    skip: (key, isSkipped) => setChosen((now) => ({ ...now, skipped: changed(now.skipped, key, isSkipped) })),
    take,
  };
}

function changed(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const others = [...set].filter((one) => one !== item);
  return new Set(isIn ? [...others, item] : others);
}
