import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders to throw away: a profile of VS Code and of Chromium, and room for workspaces. A run never writes to the repository. */
export interface Sandbox extends AsyncDisposable {
  readonly root: string;
  /** VS Code’s user data, its extensions, its home, its sockets. */
  readonly data: string;
  readonly extensions: string;
  readonly home: string;
  readonly temporary: string;
  readonly chromium: string;
  /** Makes a new workspace with a copy of a folder, or with files. */
  workspace(name: string, content: string | Readonly<Record<string, string>>): string;
}

/** Nothing moves, nothing asks, nothing is fetched. */
const settings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'git.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
};

export function makeSandbox(): Sandbox {
  const root = mkdtempSync(join(tmpdir(), 'goldthread-e2e-'));
  const folder = (name: string): string => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const box: Sandbox = {
    root,
    data: folder('data'),
    extensions: folder('extensions'),
    home: folder('home'),
    temporary: folder('tmp'),
    chromium: folder('chromium'),
    workspace: (name, content) => {
      const path = folder(join('workspaces', name));
      if (typeof content === 'string') cpSync(content, path, { recursive: true });
      else for (const [file, text] of Object.entries(content)) writeFileSync(join(path, file), text);
      return path;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
  writeFileSync(join(folder('data/User'), 'settings.json'), JSON.stringify(settings));
  // Webviews of VS Code for the web have an origin of their own and a service worker: a third party, as Chromium counts.
  const preferences = { profile: { cookie_controls_mode: 0 } };
  writeFileSync(join(folder('chromium/Default'), 'Preferences'), JSON.stringify(preferences));
  return box;
}
