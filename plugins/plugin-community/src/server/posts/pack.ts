import { z } from 'zod';
import type { PackFolder } from '../ports';
import { createRow, findRows, text } from '../rows';
import { CommunityError } from '../errors';

const packedPost = z.object({ key: z.string().min(1), title: z.string().min(1), titleEn: z.string(), level: z.string() });

/** Where a drawing names posts: in who does a step, and in lists such as those who may start (`post:communitySecretary`). */
const NAMED = /"kind":"post","value":"([A-Za-z][A-Za-z0-9]*)"|\bpost:([A-Za-z][A-Za-z0-9]*)/g;

/** The posts that a process names travel with its pack; a post that is here stays as it is. */
export const packedPosts: PackFolder = {
  folder: 'posts',

  async exported(tx, { graph }) {
    const keys = [...JSON.stringify(graph).matchAll(NAMED)].map(([, kind, listed]) => kind ?? listed ?? '');
    const rows = await findRows(tx, 'posts', { filter: { key: [...new Set(keys)] } });
    return Object.fromEntries(
      rows.map((row) => {
        const key = text(row, 'key');
        return [key, { key, title: text(row, 'title'), titleEn: text(row, 'titleEn'), level: text(row, 'level') }];
      }),
    );
  },

  async installed(tx, parts) {
    const known = new Set((await findRows(tx, 'posts', { filter: { key: Object.keys(parts) } })).map((row) => text(row, 'key')));
    for (const [key, part] of Object.entries(parts).filter(([name]) => !known.has(name))) {
      const post = packedPost.safeParse(part);
      if (!post.success || post.data.key !== key) throw new CommunityError('pack.badPost', 400, { key });
      await createRow(tx, 'posts', post.data);
    }
  },
};
