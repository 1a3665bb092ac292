import type {
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver';
import { isShipped, pathOf, uriOf } from './paths.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';

interface Opened {
  readonly uri: string;
  readonly version: number;
  readonly project: Project;
}

/** The plan files that the client has open. What it says of files that are not open is not heard. */
export class Documents {
  private readonly projects: Projects;
  private readonly open = new Map<string, Opened>();

  constructor(projects: Projects) {
    this.projects = projects;
  }

  /** The URI of a file, spelled as the client spells it where it has it open. */
  uri(path: string): string {
    return this.open.get(path)?.uri ?? uriOf(path);
  }

  /** The version of a file that is open, as the client counts them; null for one that is not. */
  version(path: string): number | null {
    return this.open.get(path)?.version ?? null;
  }

  /** Each of these gives the path of the file, or nothing where the document is none of ours. */
  opened({ uri, version, text }: TextDocumentItem): string | undefined {
    const path = pathOf(uri);
    // Libraries that come with the program are shown by the client, and never change.
    if (isShipped(path)) return undefined;
    const project = this.projects.for(path);
    this.open.set(path, { uri, version, project });
    project.opened(path, text);
    return path;
  }

  changed(
    { uri, version }: VersionedTextDocumentIdentifier,
    changes: readonly TextDocumentContentChangeEvent[],
  ): string | undefined {
    const path = pathOf(uri);
    const document = this.open.get(path);
    if (!document) return undefined;
    const { project } = document;
    this.open.set(path, { ...document, version });
    for (const change of changes) {
      const file = project.file(path);
      if (file && 'range' in change) {
        const start = file.offsetAt(change.range.start);
        const end = Math.max(start, file.offsetAt(change.range.end));
        project.changed(path, { start, end, text: change.text });
      } else project.replaced(path, change.text);
    }
    return path;
  }

  closed(uri: string): string | undefined {
    const path = pathOf(uri);
    const project = this.open.get(path)?.project;
    if (!project) return undefined;
    this.open.delete(path);
    project.closed(path);
    this.projects.drop(project);
    return path;
  }

  /** Folders came or went, or were read: files go to the project that they stand in now. True where any did. */
  settle(): boolean {
    let hasMoved = false;
    for (const [path, document] of this.open) {
      const { project } = document;
      const now = this.projects.for(path);
      if (now === project) continue;
      hasMoved = true;
      const text = project.file(path)?.tree.text ?? '';
      this.open.set(path, { ...document, project: now });
      now.opened(path, text);
      project.closed(path);
      this.projects.drop(project);
    }
    return hasMoved;
  }
}
