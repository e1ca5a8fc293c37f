import type { Database } from '@nocobase/database';

export const isSqlite = (db: Database): boolean => db.sequelize.getDialect() === 'sqlite';
