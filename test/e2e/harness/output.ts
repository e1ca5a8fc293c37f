import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../output');

/** Where a file of this name is kept for whoever looks into a run. */
export function outputFile(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return join(FOLDER, name);
}
