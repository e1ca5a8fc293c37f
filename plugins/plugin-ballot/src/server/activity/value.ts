import { z } from 'zod';

/** A value, or FEEL with `=`. */
export const value = z.string().trim().min(1);

export const isFeel = (written: string): boolean => written.startsWith('=');
