import { realpathSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskHost } from '../disk/disk-host.ts';
import { markedProject } from '../disk/project.ts';
import { readChosen } from '../disk/read-chosen.ts';
import { pictureReader } from '../disk/read-picture.ts';
import { readText, withoutMark } from '../disk/read-text.ts';
import { themeOnDisk } from '../disk/read-theme.ts';
import { documentStyle, firstPlan, shippedLibraries } from '../disk/shipped.ts';
import { withSlashes } from '../disk/slashes.ts';
import { filesIn } from '../disk/walk.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import { clientFiles } from './client-files.ts';
import { standardHandlers } from './handlers/standard.ts';
import { isOnDisk } from './paths.ts';
import { serve } from './server.ts';
import type { Surroundings } from './surroundings.ts';
import { typeset } from './typesetting.ts';
import { whenAsked } from './when-asked.ts';

const isWanted = (name: string): boolean => isPlanName(name) || name === settingsName;

const files: Pick<Surroundings, 'hostFor' | 'projectOf' | 'list' | 'read' | 'picture' | 'bytes' | 'theme'> = {
  hostFor: (folder) => diskHost([folder]),
  projectOf: markedProject,
  list: async (folder, deep) => filesIn(folder === '' ? '/' : folder, isWanted, deep).map(asEditorsSpell),
  read: async (path) => {
    const { text } = readText(path);
    return text === undefined ? undefined : withoutMark(text);
  },
  picture: (path, folder) => pictureReader([realFolder(folder)])(path),
  bytes: readChosen,
  theme: (path, folder, show) => themeOnDisk(path, [realFolder(folder)], show),
};

/** Where a folder leads: pictures are read where links to them lead, and stand in no other. */
function realFolder(folder: string): string {
  try {
    return withSlashes(realpathSync(folder));
  } catch {
    return folder;
  }
}

/** macOS opens a file however its accents are spelled; editors spell them in NFC. */
const asEditorsSpell = (path: string): string => (process.platform === 'darwin' ? path.normalize('NFC') : path);

// Serves the editor that started this process, over the pipe that its arguments name: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`.
const connection = createConnection(ProposedFeatures.all);
const others = clientFiles(connection);
const surroundings: Surroundings = {
  hostFor: (folder) => (isOnDisk(folder) ? files : others).hostFor(folder),
  projectOf: (folder) => (isOnDisk(folder) ? files : others).projectOf(folder),
  list: (folder, deep) => (isOnDisk(folder) ? files : others).list(folder, deep),
  read: (path) => (isOnDisk(path) ? files : others).read(path),
  picture: (path, folder) => (isOnDisk(path) ? files : others).picture(path, folder),
  bytes: (path, most) => (isOnDisk(path) ? files : others).bytes(path, most),
  readsPdf: true,
  theme: (path, folder, show) => (isOnDisk(path) ? files : others).theme(path, folder, show),
  typeset,
  rasteriser: async () => (await import('../disk/rasteriser.ts')).rasteriser(),
  giveWay: () => setImmediate(),
  libraries: shippedLibraries(),
  get firstPlan() {
    return firstPlan();
  },
  get documentStyle() {
    return documentStyle();
  },
};
serve(connection, surroundings, [
  ...standardHandlers,
  whenAsked(async () => (await import('./handlers/documents-and-pages.ts')).documentHandlers),
]);
