import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { shell } from '../../../client/src/preview/shell.ts';
import { pageWords } from '../../../client/src/preview/words.ts';
import { root } from '../paths.ts';
import { webviewStyles } from './themes.ts';

/** A server of our own: the page of the preview as the extension makes it, documents that stand alone, and pictures of plans. */
export class Site implements AsyncDisposable {
  readonly origin: string;
  /** Documents that stand alone by name: at `/page/NAME`. */
  readonly documents = new Map<string, string>();
  /** What plans name, by path beside the plan: at `/plans/PATH`. */
  readonly pictures: Readonly<Record<string, string>>;
  private readonly server: Server;

  private constructor(
    server: Server,
    origin: string,
    pictures: Readonly<Record<string, string>>,
    files: ReadonlyMap<string, Answer>,
  ) {
    this.server = server;
    this.origin = origin;
    this.pictures = pictures;
    server.on('request', (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', origin).pathname);
      const { type, text } = files.get(path) ?? this.answer(path) ?? { type: 'text/plain', text: undefined };
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
      response.end(text);
    });
  }

  static async start(pictures: Readonly<Record<string, string>> = {}): Promise<Site> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const origin = `http://127.0.0.1:${port}`;
    return new Site(server, origin, pictures, await files(origin));
  }

  /** The page of the preview, with nothing shown in it yet. */
  get preview(): string {
    return `${this.origin}/preview`;
  }

  /** Where the pictures of plans lie. */
  get base(): string {
    return `${this.origin}/plans/`;
  }

  /** Puts a document there, and gives its address. */
  document(name: string, html: string): string {
    this.documents.set(name, html);
    return `${this.origin}/page/${encodeURIComponent(name)}`;
  }

  private answer(path: string): Answer | undefined {
    const [, room, name] = /^\/(page|plans)\/(.*)$/s.exec(path) ?? [];
    const text = room === 'page' ? this.documents.get(name ?? '') : this.pictures[name ?? ''];
    return text === undefined ? undefined : { type: room === 'page' ? 'text/html' : 'image/svg+xml', text };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

interface Answer {
  readonly type: string;
  readonly text: string;
}

/** The page of the preview and what it loads, and what that of an imported document loads. */
async function files(origin: string): Promise<ReadonlyMap<string, Answer>> {
  const script = async (path: string): Promise<Answer> => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [path],
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
    });
    return { type: 'text/javascript', text: outputFiles[0]?.text ?? '' };
  };
  const style = (path: string): Answer => ({ type: 'text/css', text: readFileSync(join(root, path), 'utf8') });
  const html = shell({
    words: pageWords((words) => words),
    language: 'en',
    source: origin,
    remotePictures: false,
    styles: ['/webview.css', '/document.css', '/preview.css'].map((path) => origin + path),
    script: `${origin}/preview.js`,
    nonce: 'nonce-of-this-page',
  });
  return new Map<string, Answer>([
    ['/preview', { type: 'text/html', text: html }],
    ['/preview.js', await script('client/src/preview/page/main.ts')],
    ['/import.js', await script('client/src/import/page/main.ts')],
    ['/webview.css', { type: 'text/css', text: webviewStyles() }],
    ['/document.css', style('server/templates/document.css')],
    ['/preview.css', style('client/media/preview.css')],
    ['/import.css', style('client/media/import.css')],
  ]);
}
