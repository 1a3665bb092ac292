import type { CancellationToken } from 'vscode-languageserver';
import { base64Of } from '../../documents/base64.ts';
import { Builder, type Built } from '../../documents/edition/builder.ts';
import { namesOf } from '../../documents/edition/plan-names.ts';
import { FormatFault } from '../../documents/format-fault.ts';
import { type Format, formats } from '../../documents/formats.ts';
import { languagesOf } from '../../documents/languages.ts';
import type { WrittenFile } from '../../documents/written-file.ts';
import { pathFrom } from '../../workspace/host.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { Desk } from '../handler.ts';
import { ResponseError } from '../languageserver.ts';
import { pathOf } from '../paths.ts';
import type { Apart, Project } from '../project.ts';
import type { ExportChoices, Exported, ExportedFile } from '../protocol.ts';
import type { ReadTheme } from '../surroundings.ts';
import { checkWanted } from '../wanted.ts';
import type { ExportRequest } from './params.ts';
import { PictureFiles } from './picture-files.ts';

/** So often documents are made again because they named files that had to be read first. */
const MOST_TURNS = 4;

/** How the names of the formats end that take a typesetter: `pdf`, `report-pdf`. */
const forPrint = 'pdf';

/** A plan that is exported. It stays as it is, whatever is typed meanwhile. */
interface Held extends Apart {
  readonly project: Project;
  readonly plan: Plan;
}

/** Makes the documents of plans, from their texts as they are in the editor. Writing them is for the client. */
export class Exports {
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** What a plan can be exported as; null for a file that belongs to none. */
  choices(uri: string): Promise<ExportChoices | null> {
    return this.holding(uri, async ({ engine: { model }, plan }) => {
      const root = model.root(plan);
      return {
        title: root?.title ?? '',
        languages: languagesOf(root),
        formats: formats.map(({ name, ending, meaning }) => ({ name, ending, meaning, isHere: this.isHere(name) })),
      };
    });
  }

  /** The documents of a plan; null for a file that belongs to none. `begin` is told the name of each format that is begun. */
  build(request: ExportRequest, token: CancellationToken, begin: (format: string) => void): Promise<Exported | null> {
    return this.holding(request.uri, async (held) => {
      const theme = await this.theme(held);
      const pictures = new PictureFiles(this.desk.surroundings, held.project.root);
      for (let turn = 1; ; turn++) {
        const to = request.formats.map((format) => this.patient(format, token, begin));
        const built = await this.built(held, { ...request, formats: to }, theme, pictures);
        const hasWaited = [await pictures.settled(), await held.settled()].includes(true);
        checkWanted(token);
        if (turn === MOST_TURNS || !hasWaited) return this.answer(built, theme, request.force);
      }
    });
  }

  private built(
    { engine, project, plan, diagnostics }: Held,
    asked: ExportRequest,
    theme: ReadTheme,
    pictures: PictureFiles,
  ) {
    const { surroundings } = this.desk;
    const builder = new Builder(engine.snapshot, {
      to: asked.formats,
      language: asked.language,
      force: asked.force,
      style: surroundings.documentStyle,
      typeset: surroundings.typeset,
      rasteriser: surroundings.rasteriser,
      paths: plan.files.map(({ path }) => path),
      pictures: pictures.now(),
    });
    return builder.build({
      plan,
      name: namesOf([plan], engine.model).get(plan) ?? '',
      labels: project.labels(plan.root),
      theme: theme.theme,
      diagnostics,
    });
  }

  private answer({ errors, wrong, failed, files, sources }: Built, theme: ReadTheme, force: boolean): Exported {
    const isUsable = force || theme.faults.length === 0;
    return {
      errors: errors.length,
      wrong: [...wrong, ...theme.faults],
      failed,
      files: isUsable ? files?.map(asSent) : undefined,
      remarks: files?.flatMap(({ remarks }) => remarks ?? []) ?? [],
      sources: [...sources(), ...theme.files].map((path) => this.desk.uri(path)),
    };
  }

  /** A format that lets messages go first which came before it, ends where nobody waits any more, and says why it fails. */
  private patient(format: Format, token: CancellationToken, begin: (format: string) => void): Format {
    return {
      ...format,
      write: async (edition) => {
        begin(format.name);
        await this.desk.surroundings.giveWay();
        checkWanted(token);
        try {
          return await format.write(edition);
        } catch (error) {
          throw error instanceof ResponseError || error instanceof FormatFault ? error : this.mishap(format, error);
        }
      },
    };
  }

  /** What is said where it is we who have made a mistake. */
  private mishap({ name }: Format, error: unknown): FormatFault {
    this.desk.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new FormatFault(`Something in Goldthread went wrong when it made ‘${name}’. The log says what.`);
  }

  /** The theme of the project, for the plan that is exported. */
  private async theme({ project, plan }: Held): Promise<ReadTheme> {
    const path = project.theme(plan.root);
    if (path === undefined) return { theme: undefined, faults: [], files: [] };
    return this.desk.surroundings.theme(path, project.root, (one) => pathFrom(`${project.root}/`, one));
  }

  private isHere(format: string): boolean {
    return !format.endsWith(forPrint) || this.desk.surroundings.typeset !== undefined;
  }

  /** Does something with the plan that a file belongs to; null where there is none. */
  private async holding<Result>(uri: string, work: (held: Held) => Promise<Result>): Promise<Result | null> {
    const path = pathOf(uri);
    const { projects } = this.desk;
    const project = projects.for(path);
    try {
      const apart = await project.apart(path);
      const plan = apart.engine.workspace.files.get(path)?.plan;
      return plan ? await work({ ...apart, project, plan }) : null;
    } finally {
      projects.drop(project);
    }
  }
}

const asSent = ({ name, content }: WrittenFile): ExportedFile =>
  typeof content === 'string' ? { name, text: content } : { name, base64: base64Of(content) };
