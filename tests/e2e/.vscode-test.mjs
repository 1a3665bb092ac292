// The suites of the extension host in a VS Code that is fetched: `npm run test:desktop` in this folder. It needs update.code.visualstudio.com.
import { defineConfig } from '@vscode/test-cli';

export default defineConfig({
  files: 'dist/extension/suites/all.cjs',
  extensionDevelopmentPath: 'dist/extension',
  workspaceFolder: 'dist/workspace',
  mocha: { ui: 'tdd', timeout: 30_000 },
});
