import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import { type Commit, findRepository, type Git, type Ref, type Repository } from './git-api.ts';
import { lastCommit, OtherPlan, type Past, Revision } from './past.ts';

/** So many commits, branches and tags, and plan files are offered. */
const most = { commits: 20, refs: 100, plans: 500 };

/** Where work usually ends up, in the order in which it is looked for. */
const trunks = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master', 'trunk'];

interface PastItem extends QuickPickItem {
  /** Undefined for a heading. */
  readonly past?: () => Past;
}

interface Place {
  readonly git: Git;
  readonly repository: Repository;
}

type AsUri = (uri: Uri) => string;

/** Asks what a plan is to be compared with; undefined where the writer has thought better of it. `files` are those of the plan. */
export async function choosePast(plan: Uri, files: readonly Uri[], asUri: AsUri): Promise<Past | undefined> {
  const picked = await window.showQuickPick(offers(plan, files, asUri), {
    title: l10n.t('Compare “{0}” with…', workspace.asRelativePath(plan)),
    placeHolder: l10n.t('An earlier state of the plan, or another plan'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.past?.();
}

async function offers(plan: Uri, files: readonly Uri[], asUri: AsUri): Promise<PastItem[]> {
  const place = await findRepository(plan);
  const others = await otherPlans(plan, files, asUri);
  const revisions = typeof place === 'string' ? [heading(place)] : await revisionsOf(place, asUri);
  return [...revisions, ...(others.length > 0 ? [heading(l10n.t('Another plan')), ...others] : [])];
}

async function revisionsOf(place: Place, asUri: AsUri): Promise<PastItem[]> {
  const { repository } = place;
  const [commits, refs] = await Promise.all([
    repository.log({ maxEntries: most.commits }).catch((): Commit[] => []),
    repository.getRefs({ count: most.refs, sort: 'committerdate' }).catch((): Ref[] => []),
  ]);
  const [last, ...earlier] = commits;
  if (last === undefined) return [heading(l10n.t('There are no revisions here: nothing was committed yet'))];
  const own = repository.state.HEAD?.name;
  const names = refs.flatMap(({ name }) =>
    name === undefined || name === own || name.endsWith('/HEAD') ? [] : [name],
  );
  const trunk = await trunkOf(repository, names);
  return [
    {
      label: `$(git-commit) ${l10n.t('Last commit')}`,
      description: saidOf(last),
      detail: l10n.t('What you have changed since you last committed'),
      past: () => new Revision(l10n.t('the last commit'), place, lastCommit, asUri),
    },
    ...(trunk === undefined
      ? []
      : [
          {
            label: `$(git-merge) ${trunk}`,
            detail: l10n.t('What this branch has changed since it parted from it, as a pull request shows it'),
            past: () =>
              new Revision(
                l10n.t('{0}, where this branch parted from it', trunk),
                place,
                () => repository.getMergeBase(trunk, 'HEAD'),
                asUri,
              ),
          },
        ]),
    ...(earlier.length > 0 ? [heading(l10n.t('Recent commits'))] : []),
    ...earlier.map((commit) => ({
      label: `$(git-commit) ${subjectOf(commit)}`,
      description: saidOf(commit, false),
      past: () => new Revision(`“${subjectOf(commit)}”`, place, async () => commit.hash, asUri),
    })),
    ...(names.length > 0 ? [heading(l10n.t('Branches and tags'))] : []),
    ...names.map((name) => ({
      label: `$(${refs.find((ref) => ref.name === name)?.type === 2 ? 'tag' : 'git-branch'}) ${name}`,
      description: l10n.t('As it is now'),
      past: () => new Revision(name, place, async () => (await repository.getCommit(name)).hash, asUri),
    })),
  ];
}

/** The branch that the work will be merged into, where one is to be found. */
async function trunkOf(repository: Repository, names: readonly string[]): Promise<string | undefined> {
  for (const name of trunks) {
    if (name.endsWith('/HEAD') ? !(await isThere(repository, name)) : !names.includes(name)) continue;
    if ((await repository.getMergeBase(name, 'HEAD').catch(() => undefined)) !== undefined) return name;
  }
  return undefined;
}

const isThere = (repository: Repository, name: string): Promise<boolean> =>
  repository.getCommit(name).then(
    () => true,
    () => false,
  );

async function otherPlans(plan: Uri, files: readonly Uri[], asUri: AsUri): Promise<PastItem[]> {
  const own = new Set([plan, ...files].map((uri) => uri.toString()));
  const found = await workspace.findFiles('**/*.plan', '**/{node_modules,.git}/**', most.plans);
  return found
    .filter((uri) => !own.has(uri.toString()))
    .map((uri) => ({ path: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.path.localeCompare(b.path))
    .map(({ path, uri }) => ({ label: `$(file) ${path}`, past: () => new OtherPlan(uri, asUri) }));
}

const heading = (label: string): PastItem => ({ label, kind: QuickPickItemKind.Separator });

const subjectOf = ({ message }: Commit): string => message.split('\n', 1)[0] ?? '';

/** Who made a commit and when, and what was said of it. */
const saidOf = (commit: Commit, withSubject = true): string =>
  [
    ...(withSubject ? [subjectOf(commit)] : []),
    ...(commit.authorName ? [commit.authorName] : []),
    ...(commit.authorDate ? [commit.authorDate.toLocaleDateString()] : []),
    commit.hash.slice(0, 7),
  ].join(' · ');
