import type { CancellationToken } from 'vscode-languageserver';
import { dataAddress } from '../../documents/edition/picture.ts';
import { htmlPage } from '../../documents/html/page.ts';
import { HtmlWriter } from '../../documents/html/writer.ts';
import { languagesOf } from '../../documents/languages.ts';
import type { Page, View, ViewName, ViewOptions } from '../../documents/view.ts';
import { makeView } from '../../documents/views.ts';
import { PictureFiles } from '../export/picture-files.ts';
import type { Desk } from '../handler.ts';
import { pathOf } from '../paths.ts';
import type { Project } from '../project.ts';
import type { PageParams, PreviewUpdate } from '../protocol.ts';
import { type Held, type Panel, Panels } from './panels.ts';
import type { DocumentLanguage, PageRequest } from './params.ts';
import { pictureAddresses } from './pictures.ts';
import { problemsOf } from './problems.ts';
import { Shown } from './shown.ts';

/** So often a page is made again because it named files that had to be read first. */
const MOST_TURNS = 4;

/** What a panel shows of a plan. */
interface Shows {
  /** The path of the root of the plan. */
  readonly root: string;
  readonly name: ViewName;
  readonly view: View;
  readonly shown: Shown;
  /** How the markup is written: another text whenever all of it has to be written again. */
  manner: string;
  writer: HtmlWriter | undefined;
}

/** A page as a view made it. */
interface MadePage extends Held {
  readonly page: Page;
  readonly language: DocumentLanguage;
  readonly languages: readonly DocumentLanguage[];
}

/** The pages that panels of the client show, kept up to date. What is as before is neither made nor sent again. */
export class Previews {
  private readonly desk: Desk;
  private readonly panels: Panels<Shows>;

  constructor(desk: Desk) {
    this.desk = desk;
    this.panels = new Panels(desk.projects);
  }

  /** What is other on a page than on the one that the panel has; null for a file that is not there. */
  async update(request: PageRequest, token: CancellationToken): Promise<PreviewUpdate | null> {
    const panel = this.panels.claim(request.panel, pathOf(request.uri));
    const made = await this.made(panel, request.view, request, token);
    if (!made || !panel.shows) {
      this.panels.release(request.panel);
      return null;
    }
    panel.edition = panel.project.edition;
    const { project, page, file, language, languages } = made;
    const files = file.plan?.files ?? [file];
    const numbers = new Map(files.map(({ path }, number) => [path, number]));
    const writer = this.writerFor(panel.shows, language, request);
    return panel.shows.shown.update(
      {
        page,
        language,
        languages,
        files: files.map(({ path }) => this.desk.uri(path)),
        numberOf: (path) => numbers.get(path),
        problems: (places) => problemsOf(files, (one) => project.diagnostics(one), places),
        write: (block) => writer.block(block),
      },
      request.has,
    );
  }

  /** The document of a plan as a page that stands for itself; null for a file that is not there. */
  async whole(
    { uri, language }: PageParams & Pick<PageRequest, 'language'>,
    token: CancellationToken,
  ): Promise<string | null> {
    const name = Symbol(uri);
    const panel = this.panels.claim(name, pathOf(uri));
    try {
      const files = new PictureFiles(this.desk.surroundings, panel.project.root);
      for (;;) {
        const made = await this.made(panel, 'document', { language, chosen: {} }, token);
        if (!made) return null;
        const pictures = files.now();
        const html = htmlPage(made.page, {
          language: made.language,
          interactive: false,
          remotePictures: false,
          picture: (path) => {
            const picture = pictures.get(path);
            return picture && dataAddress(picture);
          },
          style: this.desk.surroundings.documentStyle,
        });
        if (!(await files.settled())) return html;
      }
    } finally {
      this.panels.release(name);
    }
  }

  /** A panel is gone. */
  closed(panel: string): void {
    this.panels.release(panel);
  }

  /** True where the page of a panel may be another one than it shows, and the client was not told yet. */
  async hasNews(): Promise<boolean> {
    let hasNews = false;
    for (const panel of this.panels.all()) {
      await panel.project.ready();
      const { edition } = panel.project;
      hasNews ||= panel.edition !== edition;
      panel.edition = edition;
    }
    return hasNews;
  }

  /** Makes the page of a panel, with all files read that it names; undefined for a file that is not there. */
  private async made(
    panel: Panel<Shows>,
    name: ViewName,
    { language: asked, chosen }: Pick<PageRequest, 'language' | 'chosen'>,
    token: CancellationToken,
  ): Promise<MadePage | undefined> {
    for (let turn = 1; ; turn++) {
      const held = await this.panels.held(panel, token);
      if (!held) return undefined;
      const { file, snapshot, project } = held;
      const root = file.plan?.root ?? file;
      if (panel.shows?.root !== root.path || panel.shows.name !== name)
        panel.shows = this.begin(project, root.path, name);
      const languages = languagesOf(file.plan && snapshot.model.root(file.plan));
      const language = asked ?? languages[0];
      const options: ViewOptions = { language, chosen, labels: project.labels(root) };
      const page = panel.shows.view.page(snapshot, root, options);
      if (turn === MOST_TURNS || !(await project.settled())) return { ...held, page, language, languages };
    }
  }

  /** A panel begins to show a view of a plan. Panels that show the same have one view between them. */
  private begin(project: Project, root: string, name: ViewName): Shows {
    const same = this.panels
      .all()
      .find((panel) => panel.project === project && panel.shows?.root === root && panel.shows.name === name);
    return { root, name, view: same?.shows?.view ?? makeView(name), shown: new Shown(), manner: '', writer: undefined };
  }

  private writerFor(shows: Shows, language: DocumentLanguage, { remotePictures, pictures }: PageRequest): HtmlWriter {
    const manner = JSON.stringify([language, remotePictures, pictures]);
    if (shows.writer && shows.manner === manner) return shows.writer;
    shows.manner = manner;
    shows.writer = new HtmlWriter({ language, interactive: true, remotePictures, picture: pictureAddresses(pictures) });
    shows.shown.rewrite();
    return shows.writer;
  }
}
