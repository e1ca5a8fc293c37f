import type { Database } from '@nocobase/database';
import { col, fn, literal, Op, where, type WhereOptions } from 'sequelize';

/** A sign that no database treats in a special way by itself: SQLite has no escape sign unless it is told one. */
const ESCAPE = '!';

/** A column holds this text somewhere, small and capital letters alike. What people type is text, not a pattern. */
export function contains(db: Database, field: string, text: string): WhereOptions {
  const pattern = `%${text.toLowerCase().replace(/[!%_]/g, (sign) => ESCAPE + sign)}%`;
  return where(fn('LOWER', col(field)), Op.like, literal(`${db.sequelize.escape(pattern)} ESCAPE '${ESCAPE}'`));
}
