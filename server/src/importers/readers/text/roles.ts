import type { Role } from '../../reading/phrases.ts';
import { roleOf as lookedUp } from '../../reading/role-of.ts';

/** So many headings are remembered at once. */
const most = 20_000;

const known = new Map<string, Role | undefined>();

/** What a heading heads, by its words, as `roleOf` of the reading has it. Pieces of text are asked for again and again. */
export function roleOf(heading: string): Role | undefined {
  if (heading.length > 200) return undefined;
  if (known.has(heading)) return known.get(heading);
  if (known.size >= most) known.clear();
  const role = lookedUp(heading);
  known.set(heading, role);
  return role;
}
