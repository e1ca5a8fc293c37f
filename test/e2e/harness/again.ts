/**
 * For what a story asks of the server itself. Node closes a connection that was idle for five seconds, and a request that meets the
 * closing half-way gets ECONNRESET without having been read; browsers send it again by themselves.
 */
export const AGAIN = { maxRetries: 3 } as const;
