import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readChecked } from '../../procedures';

const text = z.string().trim().min(1);

const step = z
  .object({
    /** Id of the user task. */
    task: text,
    /** Username of an account of the demonstration. */
    by: text,
    outcome: text,
    data: z.record(z.string(), z.unknown()),
    opinion: text.optional(),
    /** Since the step before; timers that become due meanwhile fire. */
    afterDays: z.number().min(0).default(0),
    /** Code of the refusal that is expected; the step then changes nothing. */
    refused: text.optional(),
  })
  .strict();

/** `stories/*.story.json` of a procedure: what a content author promises, played on the real engine. */
export const storySchema = z
  .object({
    claim: text,
    place: text,
    startedBy: text,
    record: z.object({ title: text }).catchall(z.string()),
    steps: z.array(step).min(1),
    ends: z
      .object({
        status: z.enum(['running', 'completed', 'cancelled', 'failed']),
        stage: text.nullable(),
        /** Ids of the user tasks that are open then. */
        open: z.array(text),
        record: z.record(z.string(), z.unknown()).default({}),
        /** By key of the template: texts that stand in the document. */
        documents: z.record(z.string(), z.array(text)).default({}),
      })
      .strict(),
  })
  .strict();

export type Story = z.output<typeof storySchema>;
export type StoryStep = Story['steps'][number];

/** Folders of content that are procedures. */
export const proceduresIn = (contentFolder: string): string[] =>
  readdirSync(contentFolder).filter((name) => existsSync(join(contentFolder, name, 'procedure.json')));

export function storyFilesIn(contentFolder: string, procedure: string): string[] {
  const folder = join(contentFolder, procedure, 'stories');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.story.json'))
        .sort()
    : [];
}

export const readStory = (contentFolder: string, procedure: string, file: string): Promise<Story> =>
  readChecked(join(contentFolder, procedure, 'stories', file), storySchema);
