import type { Procedure } from '../procedures';
import type { SeedItem } from './schema';

/** `partly`: something carries it, and the item says what is missing. */
export type State = 'carried' | 'partly' | 'open';

export interface Coverage {
  readonly states: ReadonlyMap<string, State>;
  /** Claims of artefacts that there are not. */
  readonly wrong: readonly { readonly id: string; readonly artefact: string }[];
  /** Ids that stand there twice. */
  readonly twice: readonly string[];
}

/** What of the seed is carried by content; a claim counts only when its artefact is there. */
export function coverageOf(items: readonly SeedItem[], procedures: readonly Procedure[]): Coverage {
  const known = artefactsOf(procedures);
  const wrong = items.flatMap(({ id, carriedBy }) =>
    carriedBy.filter((artefact) => !known.has(artefact)).map((artefact) => ({ id, artefact })),
  );
  const ids = items.map(({ id }) => id);
  return {
    states: new Map(items.map((item) => [item.id, stateOf(item)])),
    wrong,
    twice: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
  };
}

function stateOf({ carriedBy, rest }: SeedItem): State {
  if (carriedBy.length === 0) return 'open';
  return rest === undefined ? 'carried' : 'partly';
}

/** Everything in content that an item may name. */
function artefactsOf(procedures: readonly Procedure[]): ReadonlySet<string> {
  return new Set(procedures.flatMap(artefactsOfProcedure));
}

function artefactsOfProcedure({ definition, xml, decisions }: Procedure): string[] {
  const { key, parameters, posts, collections } = definition;
  // flows are no artefacts: nobody does anything there
  const elements = [...xml.matchAll(/<bpmn:(?!sequenceFlow|lane\b|process\b)\w+ id="(\w+)"/g)].map(
    ([, id]) => `element:${key}/${id}`,
  );
  return [
    `procedure:${key}`,
    ...elements,
    ...parameters.map((parameter) => `parameter:${parameter.key}`),
    ...posts.map((post) => `post:${post.key}`),
    ...collections.flatMap(({ name, fields }) => fields.map((field) => `field:${name}/${field.name}`)),
    ...[...decisions.keys()].map((decision) => `decision:${decision}`),
  ];
}
