import { Builder, type Building } from '../documents/edition/builder.ts';
import { Pictures } from '../documents/edition/pictures.ts';
import { type Format, formatFault, formatNamed } from '../documents/formats.ts';
import type { Theme } from '../documents/theme/theme.ts';
import type { BuildOptions, Diagnostic, DocumentFile } from '../index.ts';
import { labelsOf } from '../profiles/index.ts';
import { checkedDiagnostic, shownDiagnostic } from '../reporters/checked.ts';
import { counted } from '../reporters/words.ts';
import type { Plan } from '../workspace/plan.ts';
import { GoldthreadError } from './error.ts';
import type { Press } from './ground.ts';
import type { Held } from './held.ts';
import { platform } from './platform.ts';

/** Makes the documents of a workspace. */
export class Publisher {
  private readonly held: Held;
  private readonly press: Press | undefined = platform.press?.();

  constructor(held: Held) {
    this.held = held;
  }

  /** The documents of some plans. */
  async build(plans: readonly Plan[], options: BuildOptions): Promise<DocumentFile[]> {
    const { held } = this;
    held.building++;
    try {
      const builder = new Builder(held.engine.snapshot, this.read(options));
      const themeOf = this.themesFor(options);
      const files: DocumentFile[] = [];
      for (const plan of plans) files.push(...(await this.filesOf(plan, builder, themeOf(plan))));
      return files;
    } finally {
      held.building--;
    }
  }

  /** Ends the helper that sets pages; it is started again when it is needed. */
  close(): void {
    this.press?.close();
  }

  private async filesOf(plan: Plan, builder: Builder, theme: Theme | undefined): Promise<DocumentFile[]> {
    const { held } = this;
    const settings = held.settings(plan.root.path);
    const { errors, wrong, failed, files } = await builder.build({
      plan,
      name: held.nameOf(plan),
      labels: labelsOf(settings.profiles),
      theme,
      diagnostics: (path) => held.engine.diagnostics(path, settings),
    });
    if (failed.length > 0) throw new GoldthreadError(failed.join('\n'));
    if (files) {
      const ref = held.refs.ofPlan(plan);
      // What is built all the same says with its first document what it had to leave out.
      return files.map(({ name, content, remarks = [] }, index) => ({
        name,
        content,
        remarks: index === 0 ? [...wrong, ...remarks] : remarks,
        plan: ref,
      }));
    }
    const name = held.show(plan.root.path);
    const found = errors.map((one) => shownDiagnostic(checkedDiagnostic(one, held.refs), held.show));
    const [first] = found;
    const what = first
      ? `${name} has ${counted(found.length, 'error')}. ${firstOf(first, found.length)}`
      : `${name} names pictures that can’t be shown. ${wrong.join(' ')}`;
    throw new GoldthreadError(`${what} Mend that first, or build the plan as it is: { force: true }`, found);
  }

  /** What is asked, in the words of the builder. */
  private read(options: BuildOptions): Building {
    const { language, split, withoutPlan, force, template } = options;
    const to = readFormats(options);
    if (language !== undefined && language !== 'en' && language !== 'cy')
      throw new GoldthreadError(`Documents can be in English (en) and in Welsh (cy), not in ‘${language}’.`);
    const { held } = this;
    return {
      to,
      language,
      split,
      withoutPlan,
      force,
      style: platform.style(),
      paths: held.files,
      pictures: new Pictures((path) => held.shelf.picture(path), held.show),
      template: template === undefined ? undefined : this.templateOf(template),
      typeset: this.press?.typeset,
      rasteriser: platform.rasteriser,
    };
  }

  private templateOf(template: string | Uint8Array): Uint8Array {
    if (typeof template !== 'string') return template;
    const { shelf } = this.held;
    const bytes = shelf.template(shelf.ground.path(template));
    if (bytes instanceof Uint8Array) return bytes;
    throw new GoldthreadError(`The template ${template} ${bytes.fault}.`);
  }

  /** Gives the theme of a plan: the one that is asked for, else that of its project. */
  private themesFor({ theme, force }: BuildOptions): (plan: Plan) => Theme | undefined {
    const { held } = this;
    const { shelf } = held;
    if (theme !== undefined && typeof theme !== 'string')
      throw new GoldthreadError("A theme is named by the path of its file: { theme: 'house.json' }");
    const known = new Map<string, Theme | undefined>();
    const asked = theme === undefined ? undefined : shelf.ground.path(theme);
    return (plan) => {
      const path = asked ?? held.settings(plan.root.path).theme;
      if (path === undefined) return undefined;
      if (!known.has(path)) {
        const read = shelf.theme(path);
        if (read.faults.length > 0 && !force) throw new GoldthreadError(read.faults.join('\n'));
        known.set(path, read.theme);
      }
      return known.get(path);
    };
  }
}

/** Where the first of some findings stands, and what it says. */
const firstOf = ({ range, file, message }: Diagnostic, all: number): string =>
  `${all > 1 ? 'The first, on' : 'On'} line ${range.start.line + 1} of ${file}: ${message}`;

function readFormats({ to }: BuildOptions): Format[] {
  const names = [...new Set(typeof to === 'string' ? [to] : (to ?? []))];
  if (names.length === 0) throw new GoldthreadError("Say which documents to make: { to: 'html' }");
  const faults = names.flatMap((name) => formatFault(name) ?? []);
  if (faults.length > 0) throw new GoldthreadError(faults.join('\n'));
  return names.flatMap((name) => formatNamed(name) ?? []);
}
