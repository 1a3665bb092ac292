import process from 'node:process';

/** The signals that ask a program to stop, and what it ends with by custom: 128 and the signal's number. */
const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * From now on a signal to stop takes effect when the program next waits, not in the middle of writing a file. Gives a function
 * that puts things back.
 */
export function stopBetween(): () => void {
  const handlers = Object.entries(stops).map(([signal, code]) => [signal, () => process.exit(code)] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
