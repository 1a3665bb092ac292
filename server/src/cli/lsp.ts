import { Command } from 'commander';

/** The command that starts the language server. It is here to be explained: `goldthread.ts` starts the server before this program. */
export const lspCommand = (): Command =>
  new Command('lsp')
    .description('Serve an editor, over the Language Server Protocol.')
    .option('--stdio', 'talk over standard input and output')
    .option('--node-ipc', 'talk over the channel of the process that started it')
    .option('--socket <port>', 'talk over a socket')
    .option('--pipe <name>', 'talk over a named pipe');
