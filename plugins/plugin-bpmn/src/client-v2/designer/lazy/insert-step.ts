import type { Connection, Modeling, Point, Registry, Shape, SpaceTool } from './services';

/** The name of the step that puts an element on a flow: undone as one. */
export const INSERT = 'wuxin.insertStep';

/** What an element and a readable piece of flow on its either side take. */
const ROOM = { x: 160, y: 140 } as const;

/** Makes room on a flow and puts an element there, which the flow then leads through. Made by bpmn-js, which gives what `$inject` names. */
export class InsertStep {
  static readonly $inject = ['elementRegistry', 'modeling', 'spaceTool'];

  constructor(
    private readonly registry: Registry,
    private readonly modeling: Modeling,
    private readonly spaceTool: SpaceTool,
  ) {}

  preExecute({ flow, shape }: { readonly flow: Connection; readonly shape: Shape }): void {
    const { from, to, axis } = longestPiece(flow.waypoints);
    const start = (from[axis] + to[axis]) / 2;
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(this.registry.getAll(), axis, ROOM[axis], start);
    const delta = axis === 'x' ? { x: ROOM.x, y: 0 } : { x: 0, y: ROOM.y };
    this.spaceTool.makeSpace(movingShapes, resizingShapes, delta, axis === 'x' ? 'e' : 's', start);
    const piece = longestPiece(flow.waypoints);
    const middle = { x: (piece.from.x + piece.to.x) / 2, y: (piece.from.y + piece.to.y) / 2 };
    this.modeling.createElements([shape], middle, flow);
  }
}

interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly axis: 'x' | 'y';
}

function longestPiece(waypoints: readonly Point[]): Piece {
  const pieces = waypoints.slice(1).map((to, index) => ({ from: waypoints[index] ?? to, to }));
  const lengthOf = ({ from, to }: Pick<Piece, 'from' | 'to'>) => Math.hypot(to.x - from.x, to.y - from.y);
  const [longest] = pieces.sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest) throw new Error('a flow is drawn with two points at least');
  const isLevel = Math.abs(longest.to.x - longest.from.x) >= Math.abs(longest.to.y - longest.from.y);
  return { ...longest, axis: isLevel ? 'x' : 'y' };
}
