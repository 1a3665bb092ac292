import type { Settings } from '../checks/settings.ts';
import { readConfig } from '../config.ts';
import type { InMemory, OpenOptions, Workspace } from '../index.ts';
import { GoldthreadError } from './error.ts';
import { Held } from './held.ts';
import { groundInMemory } from './memory.ts';
import { platform } from './platform.ts';
import { workspaceOf } from './workspace.ts';

/** Opens plans of a disk or of memory. */
export async function openPlans(
  plans: string | readonly string[] | InMemory = [],
  options: OpenOptions = {},
): Promise<Workspace> {
  const overrides = settingsIn(options);
  const libraries = platform.libraries();
  if (isInMemory(plans)) {
    const held = new Held(groundInMemory(), libraries, overrides);
    for (const [name, content] of Object.entries(plans.files)) held.set(held.shelf.ground.path(name), content);
    return workspaceOf(held);
  }
  const paths = typeof plans === 'string' ? [plans] : plans;
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string'))
    throw new GoldthreadError(
      "Say what to open: paths, open('plans'), or texts, open({ files: { 'our-plan.plan': text } }).",
    );
  if (!platform.onDisk) throw new GoldthreadError('There is no disk here. Open plans that are in memory: { files: … }');
  return workspaceOf(new Held(platform.onDisk(paths, options.cwd), libraries, overrides));
}

const isInMemory = (plans: string | readonly string[] | InMemory): plans is InMemory =>
  typeof plans === 'object' && plans !== null && 'files' in plans;

/** What is asked over the settings of projects: the same words, understood in the same way. */
function settingsIn({ profiles, rules, final }: OpenOptions): Partial<Settings> {
  const { settings, problems } = readConfig(JSON.stringify({ profile: profiles, rules, final }));
  if (problems.length > 0) throw new GoldthreadError(problems.map(({ message }) => message).join('\n'));
  return settings;
}
