/** Says what became of each test, one line each on the console: the one way out that every extension host has. */
export function report(runner: Mocha.Runner): Promise<void> {
  const say = (outcome: object): void => console.log(`E2E ${JSON.stringify(outcome)}`);
  runner.on('pass', (test) => say({ state: 'pass', title: test.fullTitle(), milliseconds: test.duration }));
  runner.on('fail', (test, error) =>
    say({ state: 'fail', title: test.fullTitle(), error: error.stack ?? String(error) }),
  );
  runner.on('pending', (test) => say({ state: 'skip', title: test.fullTitle() }));
  return new Promise((resolve, reject) => {
    runner.on('end', () => {
      say({ state: 'end' });
      const { passes = 0, failures = 0 } = runner.stats ?? {};
      if (failures > 0 || passes === 0) reject(new Error(`${passes} passed, ${failures} failed`));
      else resolve();
    });
  });
}

/** Words in the names of the tests to run, put in as the suites are bundled. */
declare const GREP: string;

/** How Mocha runs in every host: silent, since `report` speaks, and patient, since a test waits for events alone. */
export const options = {
  ui: 'tdd',
  timeout: 30_000,
  // An editor that tells of a change on the disk too late, or not at all, is tried once more.
  retries: 1,
  grep: GREP,
  reporter: class {},
} as const;
