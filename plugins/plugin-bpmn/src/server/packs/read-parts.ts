import type { Json, Pack } from '@wuxin/pack-format';
import type { Database } from '@nocobase/database';
import { z } from 'zod';
import type { FormNode } from '../../common/form';
import type { GivenTemplate } from '../documents';
import type { ParameterDefinition } from '../parameters';
import { badInput } from '../runtime/errors';
import { readCollections, type PackedCollection } from './collections';

/** The parts of a pack, looked at: what they are is known, what they say is checked where they are kept. */
export interface ReadParts {
  readonly collections: readonly PackedCollection[];
  readonly parameters: readonly ParameterDefinition[];
  /** By element id. */
  readonly forms: readonly (readonly [string, FormNode])[];
  /** In their order. */
  readonly templates: readonly GivenTemplate[];
}

const MAX_NODES = 2_000;

const node: z.ZodType<FormNode> = z.lazy(() =>
  z
    .object({
      uid: z.string().min(1).max(200),
      use: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
      props: z.record(z.unknown()).optional(),
      stepParams: z.record(z.record(z.any())).optional(),
      flowRegistry: z.record(z.unknown()).optional(),
      subModels: z.record(z.union([node, z.array(node)])).optional(),
    })
    .passthrough(),
);

const template = z.object({
  key: z.string().min(1).max(100),
  position: z.number().int(),
  name: z.string().min(1).max(200),
  nameEn: z.string().max(200).nullable(),
  onlyWith: z.string().nullable(),
  readers: z.enum(['participants', 'case']),
  needs: z.array(z.string()),
});

/** @throws bad input `pack.badPart`, which names it */
export function readParts(db: Database, { parts, files }: Pack): ReadParts {
  const templates = Object.entries(parts.templates ?? {}).map(([key, facts]) => {
    const file = files.templates?.[key];
    if (!file) throw badPart(`templates/${key}.docx`, '');
    return { ...parsed(template, `templates/${key}`, facts), file };
  });
  return {
    collections: readCollections(db, parts.collections),
    // every field is checked by the command that defines parameters
    parameters: Object.values(parts.parameters ?? {}) as unknown as ParameterDefinition[],
    forms: Object.entries(parts.forms ?? {}).map(([id, form]) => [id, readForm(id, form)] as const),
    templates: templates.sort((a, b) => a.position - b.position).map(({ position: _position, ...given }) => given),
  };
}

function readForm(elementId: string, form: Json): FormNode {
  const part = `forms/${elementId}`;
  if (JSON.stringify(form).split('"uid"').length > MAX_NODES) throw badPart(part, 'uid');
  return parsed(node, part, form);
}

function parsed<Value>(schema: z.ZodType<Value>, part: string, value: Json): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw badPart(part, result.error.issues[0]?.path.join('.') ?? '');
}

const badPart = (part: string, problem: string) => badInput('pack.badPart', { part, problem });
