import type { TokenRow, Variables } from '../contract';
import type { Element, Mapping } from '../graph';
import { evaluate } from './expressions';
import type { Run } from './run';
import { visibleVariables } from './variables';

/** Evaluates each source at a token; `extra` is seen first, e.g. the result of work. */
export function mapped(
  run: Run,
  tokenId: string | null,
  mappings: readonly Mapping[],
  direction: 'input' | 'output',
  extra: Variables = {},
): Variables {
  return Object.fromEntries(
    mappings.map(({ source, target }) => [
      target,
      evaluate(run, tokenId, { expression: source, property: `${direction}:${target}` }, extra),
    ]),
  );
}

/** What a message or signal carries: the mapped inputs, else all that is visible where it is thrown. */
export function payloadOf(run: Run, token: TokenRow, element: Element): Variables {
  if (element.activity?.inputs.length) return token.variables;
  if (element.event?.inputs.length) return mapped(run, token.id, element.event.inputs, 'input');
  return visibleVariables(run, token.id);
}

/** What a catching event keeps of what it got. */
export function caughtBy(run: Run, tokenId: string | null, event: Element, payload: Variables): Variables {
  const outputs = event.event?.outputs ?? [];
  return outputs.length > 0 ? mapped(run, tokenId, outputs, 'output', payload) : payload;
}
