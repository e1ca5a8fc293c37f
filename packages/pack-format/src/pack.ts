import { z } from 'zod';
import type { Json } from './json';

/** The newest version of the format, which is written. Older ones are read and brought up to it. */
export const PACK_SCHEMA = 1;

export const manifestSchema = z
  .object({
    schema: z.literal(PACK_SCHEMA),
    /** Key of the process. */
    key: z.string().min(1),
    name: z.string(),
    nameEn: z.string().nullable(),
    recordCollection: z.string().nullable(),
    /** Keys of the processes that call activities of this one start; sorted. */
    calls: z.array(z.string()),
    /** Activity types of other plugins that it uses; sorted. */
    activityTypes: z.array(z.string()),
  })
  .strict();

export type PackManifest = z.output<typeof manifestSchema>;

/** JSON parts by folder, such as `forms`, and name, such as the id of a task. */
export type PackParts = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A procedure as it is exported: what a person could read, without ids of rows, times and people. */
export interface Pack {
  readonly manifest: PackManifest;
  /** BPMN 2.0 XML. */
  readonly process: string;
  readonly parts: PackParts;
  /** Word files by folder and name, the name without its extension. */
  readonly files: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
}
