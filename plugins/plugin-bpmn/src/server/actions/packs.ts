import type { HandlerType } from '@nocobase/resourcer';
import { writeArchive, type Pack } from '@wuxin/pack-format';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { PackChoice, PackImported } from '../../common/api';
import { dismissShipped, importPack, packOf, packsIn, previewPacks, shippedOffers, withCalled } from '../packs';
import { badInput } from '../runtime/errors';
import { asHandler, type ActionContext } from './context';
import { action, inputOf, parseInput, refusing, type Request } from './define';
import { attach, type FileContext } from './attach';
import * as Input from './inputs';
import { receiveFile } from './receive-file';

/** Procedures as archives; administrators only, by the snippet of these resources. */
export const packActions: Record<string, HandlerType> = {
  'bpmnProcesses:exportPack': asHandler(async (context, next) => {
    let archive: Uint8Array | undefined;
    let name = '';
    await refusing(context, async ({ engine }) => {
      const { id, state, withCalled: takesCalled } = parseInput(Input.ExportPack, inputOf(context));
      archive = await engine.read(async (tx) => {
        const others = takesCalled === 'true' ? (await withCalled(tx, id)).filter((key) => key !== id) : [];
        const own = await packOf(tx, id, state);
        name = own.manifest.name;
        const called: Pack[] = [];
        for (const key of others) called.push(await packOf(tx, key, 'published'));
        return writeArchive([own, ...called]);
      });
    });
    if (archive) attach(context as FileContext, { type: 'application/zip', fileName: `${name}.zip`, content: archive });
    await next();
  }),
  'bpmnPacks:preview': receivingPacks(Input.PackPreviewed, ({ engine, actor, locale }, { fromPack }, packs) =>
    engine.read((tx) => previewPacks(tx, actor, { packs, fromPack, locale })),
  ),
  'bpmnPacks:import': receivingPacks(Input.PackChoices, importChosen),
  'bpmnPacks:previewShipped': action(Input.ShippedPreviewed, ({ engine, actor, locale }, { key, fromPack }) =>
    engine.read(async (tx) => previewPacks(tx, actor, { packs: await shippedOffers(tx, key), fromPack, locale })),
  ),
  'bpmnPacks:dismissShipped': action(Input.DismissShipped, ({ engine, actor }, dismissal) =>
    engine.write((tx) => dismissShipped(tx, actor, dismissal)),
  ),
  'bpmnPacks:importShipped': action(Input.PackChoices, async (request, input) =>
    importChosen(request, input, await request.engine.read((tx) => shippedOffers(tx))),
  ),
};

/** One after the other: what one procedure calls is there before it, as far as it comes along. */
async function importChosen(
  { engine, actor, locale }: Request,
  { choices }: { readonly choices: readonly PackChoice[] },
  packs: readonly Pack[],
): Promise<PackImported[]> {
  const together = choices.map(({ key }) => key);
  const imported: PackImported[] = [];
  for (const pack of calledFirst(packs)) {
    const choice = choices.find(({ key }) => key === pack.manifest.key);
    if (choice) imported.push(await importPack(engine, actor, { pack, choice, together, locale }));
  }
  return imported;
}

function calledFirst(packs: readonly Pack[]): Pack[] {
  const ordered: Pack[] = [];
  const visited = new Set<string>();
  const add = (pack: Pack): void => {
    if (visited.has(pack.manifest.key)) return;
    visited.add(pack.manifest.key);
    for (const key of pack.manifest.calls) packs.filter(({ manifest }) => manifest.key === key).forEach(add);
    ordered.push(pack);
  };
  packs.forEach(add);
  return ordered;
}

/** Takes an archive from outside, with what is said about it in the field `input` as JSON. */
function receivingPacks<Output>(
  schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
  handle: (request: Request, input: Output, packs: readonly Pack[]) => Promise<unknown>,
): HandlerType {
  return asHandler(async (context, next) => {
    await refusing(context, async (request) => {
      const received = await receiveFile(context);
      try {
        if (!received.path.endsWith('.zip')) throw badInput('pack.notAnArchive');
        return await handle(request, parseInput(schema, saidWith(context)), packsIn(await readFile(received.path)));
      } finally {
        await received.discard();
      }
    });
    await next();
  });
}

function saidWith(context: ActionContext): unknown {
  const { input = '{}' } = ((context as { request?: { body?: unknown } }).request?.body ?? {}) as { input?: unknown }; // fields of the form
  try {
    return JSON.parse(String(input)) as unknown;
  } catch (cause) {
    throw badInput('input.invalid', { fields: [{ path: 'input', message: 'JSON' }], names: 'input' }, cause);
  }
}
