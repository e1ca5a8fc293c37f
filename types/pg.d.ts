// Written for this project: only what the crash driver uses of PostgreSQL's driver, which brings no declarations.
declare module 'pg' {
  export interface ClientOptions {
    host?: string;
    port?: number;
    user?: string;
    password?: string;
    database?: string;
    application_name?: string;
  }
  export class Client {
    constructor(options: ClientOptions);
    connect(): Promise<void>;
    end(): Promise<void>;
    query<Row>(sql: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
    escapeIdentifier(name: string): string;
    on(event: 'error' | 'end', listener: () => void): this;
  }
}
