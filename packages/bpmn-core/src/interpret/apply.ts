import type { Applied, Command, Env, StateReader } from '../contract';
import type { Graph } from '../graph';
import { kinds } from '../kinds';
import { execute } from './commands';
import { Run } from './run';
import { settle } from './settle';

/**
 * Carries out one command and everything that follows from it, until all tokens wait for the outside again.
 *
 * Pure and synchronous: the same rows, command and `env` give the same bytes. A command that is not allowed throws a
 * {@link CommandError} and has changed nothing; what fails while tokens move becomes an incident of one token instead.
 */
export function apply(graph: Graph, state: StateReader, command: Command, env: Env): Applied {
  const run = new Run(graph, state, env, kinds);
  execute(run, command);
  settle(run);
  return run.applied();
}
