import type { Connection } from 'vscode-languageserver';
import { Exports } from '../export/exports.ts';
import { readChoicesParams, readExportParams } from '../export/params.ts';
import type { Handler } from '../handler.ts';
import { ProgressType } from '../languageserver.ts';
import {
  type ExportChoices,
  type Exported,
  type ExportProgress,
  exportChoicesRequest,
  exportRequest,
} from '../protocol.ts';

/** Documents of a plan, for Goldthread’s own client to write. */
export const exporting: Handler = {
  capabilities: {},
  listen(connection: Connection, desk) {
    const exports = new Exports(desk);
    connection.onRequest(
      exportChoicesRequest,
      desk.answerAnywhere<unknown, ExportChoices | null>(null, (sent) => {
        const uri = readChoicesParams(sent);
        return uri === undefined ? null : exports.choices(uri);
      }),
    );
    connection.onRequest(
      exportRequest,
      desk.answerAnywhere<unknown, Exported | null>(null, (sent, token) => {
        const request = readExportParams(sent);
        if (!request) return null;
        const { progress } = request;
        return exports.build(request, token, (format) => {
          if (progress !== undefined)
            void connection.sendProgress(new ProgressType<ExportProgress>(), progress, format);
        });
      }),
    );
  },
};
