import { useCallback, useState } from 'react';
import type { DeployResult } from '../../common/api';
import { useApi, useCommand } from '../api';

export interface ChosenFile {
  name: string;
  xml: string;
}

/** Beyond this no drawing is meant; the server refuses it as well. */
export const LARGEST_FILE_IN_BYTES = 4 * 1024 * 1024;

/** A BPMN file on its way: chosen → checked (and, without errors, saved as draft). */
export function useDeploy() {
  const api = useApi();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [result, setResult] = useState<DeployResult | null>(null);
  const { run, isRunning, failure, forget } = useCommand(
    useCallback((xml: string, note: string) => api.processes.deploy(xml, note || undefined), [api]),
  );

  const choose = async (chosen: File) => {
    forget();
    setResult(null);
    setIsTooLarge(chosen.size > LARGEST_FILE_IN_BYTES);
    setFile(chosen.size > LARGEST_FILE_IN_BYTES ? null : { name: chosen.name, xml: await chosen.text() });
  };
  const deploy = async (note: string) => {
    if (!file) return;
    const answer = await run(file.xml, note);
    if (answer) setResult(answer.value);
  };
  const drawing = useCommand(useCallback((xml: string) => api.processes.importDrawing(xml), [api]));
  return { drawing, file, isTooLarge, result, isRunning, failure, choose, deploy };
}
