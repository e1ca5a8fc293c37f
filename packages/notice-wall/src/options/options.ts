import { z } from 'zod';
import { WALL_LOCALES } from '../words';

const address = z.string().max(2_000);
const httpAddress = address.regex(/^https?:\/\/[A-Za-z0-9.:[\]-]+(\/[A-Za-z0-9._~/-]*)?$/);
/** Of a form: on the same host (`/api/…`) or another one; without a query, which a GET form would drop. */
const formAddress = z.union([httpAddress, address.regex(/^\/(?!\/)[A-Za-z0-9._~:/-]*$/)]);

const options = z.object({
  /** The name of the wall, such as 恒口镇社区公示栏. */
  title: z.string().min(1).max(100),
  locale: z.enum(WALL_LOCALES).default('zh-CN'),
  /** Where the front page is served: QR codes need it. */
  address: httpAddress
    .transform((text) => text.replace(/\/*$/, '/'))
    .nullable()
    .default(null),
  /** Where the forms of objections and opinions go; without it a page says where else to object. */
  responsesAt: formAddress.nullable().default(null),
  /** Where the form goes that asks for an answer by its code. */
  answersAt: formAddress.nullable().default(null),
  /** Where the search form goes. */
  searchAt: formAddress.nullable().default(null),
  /** Over how many lists the titles are spread that the script of a static mirror searches; `null`: no such lists and no script. Fixed once there are lists. */
  searchShards: z.number().int().min(1).max(4_096).nullable().default(null),
  /** How many notices are sealed into a page of a list; fixed once there are lists. */
  pageSize: z.number().int().min(2).max(500).default(20),
});

export type WallOptions = z.output<typeof options>;

/** @throws ZodError that names the option */
export const parseWallOptions = (input: z.input<typeof options>): WallOptions => options.parse(input);

/**
 * The `Content-Security-Policy` that every page of this wall keeps. Scripts are allowed only where the search of a static mirror
 * needs its one file.
 */
export function wallPolicy({ responsesAt, answersAt, searchAt, searchShards }: WallOptions): string {
  const others = [responsesAt, answersAt, searchAt].flatMap((at) => (at?.startsWith('http') ? [new URL(at).origin] : []));
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(searchShards === null ? [] : ["script-src 'self'", "connect-src 'self'"]),
    ["form-action 'self'", ...new Set(others)].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
