import { setImmediate } from 'node:timers/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskHost } from '../disk/disk-host.ts';
import { settingsName } from '../disk/project.ts';
import { readText, withoutMark } from '../disk/read-text.ts';
import { firstPlan, shippedLibraries } from '../disk/shipped.ts';
import { filesIn, isPlanName } from '../disk/walk.ts';
import { handlers } from './handlers/index.ts';
import { serve } from './server.ts';
import type { Surroundings } from './surroundings.ts';

const isWanted = (name: string): boolean => isPlanName(name) || name === settingsName;

/** The files of this machine. */
const disk: Surroundings = {
  hostFor: (folder) => diskHost([folder]),
  list: async (folder, deep) => filesIn(folder, isWanted, deep),
  read: async (path) => {
    const { text } = readText(path);
    return text === undefined ? undefined : withoutMark(text);
  },
  giveWay: () => setImmediate(),
  libraries: shippedLibraries(),
  get firstPlan() {
    return firstPlan();
  },
};

// Serves the editor that started this process, over the pipe that its arguments name: `--stdio`, `--node-ipc`, `--socket=…`, `--pipe=…`.
serve(createConnection(ProposedFeatures.all), disk, handlers);
