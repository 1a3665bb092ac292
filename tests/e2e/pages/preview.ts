import { HtmlWriter } from '../../../server/src/documents/html/writer.ts';
import { languagesOf } from '../../../server/src/documents/languages.ts';
import type { View, ViewName } from '../../../server/src/documents/view.ts';
import { makeView } from '../../../server/src/documents/views.ts';
import { pictureAddresses } from '../../../server/src/lsp/preview/pictures.ts';
import { problemsOf } from '../../../server/src/lsp/preview/problems.ts';
import { Shown } from '../../../server/src/lsp/preview/shown.ts';
import type { PreviewUpdate } from '../../../server/src/lsp/protocol.ts';
import { folder, type Plan } from './plans.ts';

/** What the server sends to one panel with one view, without a server. */
export class Preview {
  readonly plan: Plan;
  private readonly view: View;
  private readonly writer: HtmlWriter;
  private readonly shown = new Shown();
  private readonly language: 'en' | 'cy';

  /** `base` is where the page finds the files of the plan. */
  constructor(plan: Plan, view: ViewName, base: string, language: 'en' | 'cy' = 'en') {
    this.plan = plan;
    this.language = language;
    this.view = makeView(view);
    const picture = pictureAddresses([{ folder: `file://${folder}`, base }]);
    this.writer = new HtmlWriter({ language, interactive: true, remotePictures: false, picture });
  }

  /** What has changed since the last time; all, the first time. */
  update(chosen: Readonly<Record<string, string>> = {}): PreviewUpdate {
    const { snapshot, file } = this.plan;
    const page = this.view.page(snapshot, file, { language: this.language, chosen });
    const files = file.plan?.files ?? [file];
    const numbers = new Map(files.map(({ path }, number) => [path, number]));
    return this.shown.update(
      {
        page,
        language: this.language,
        languages: languagesOf(file.plan && snapshot.model.root(file.plan)),
        files: files.map(({ path }) => `file://${path}`),
        numberOf: (path) => numbers.get(path),
        problems: (places) => problemsOf(files, (one) => snapshot.diagnostics(one), places),
        write: (block) => this.writer.block(block),
      },
      this.shown.version,
    );
  }
}
