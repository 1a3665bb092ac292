import { element, type XmlElement } from '../documents/xml.ts';
import type { CheckedDiagnostic } from './checked.ts';
import { oneLine } from './display-width.ts';
import { xmlText } from './machine-text.ts';
import type { Report } from './report.ts';

/** True for a finding that counts as a test that failed: hints and information do not. */
const fails = ({ severity }: CheckedDiagnostic): boolean => severity === 'error' || severity === 'warning';

/**
 * Findings as the results of tests, for the many programs that show those (JUnit’s XML): a suite for each file that was checked, a test for
 * each finding, and one that passed for a file in which nothing is wrong.
 */
export function junit({ diagnostics, files, show }: Report): string {
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  let tests = 0;
  const suites = files.map((path) => {
    const found = byFile.get(path) ?? [];
    const classname = show(path);
    const good = element('testcase', '', { name: 'nothing is wrong', classname, time: '0' });
    const cases = found.length > 0 ? found.map((diagnostic) => testOf(diagnostic, classname)) : [good];
    tests += cases.length;
    return element('testsuite', cases, { name: classname, ...countsOf(cases.length, found), time: '0' });
  });
  return xmlText(element('testsuites', suites, { name: 'goldthread', ...countsOf(tests, diagnostics), time: '0' }));
}

const countsOf = (tests: number, found: readonly CheckedDiagnostic[]): Record<string, string> => ({
  tests: String(tests),
  failures: String(found.filter(fails).length),
  errors: '0',
});

function testOf(diagnostic: CheckedDiagnostic, classname: string): XmlElement {
  const { rule, severity, message, range, item } = diagnostic;
  const place = `line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const about = item ? ` – ${item.kind} ${item.title || item.id || ''}` : '';
  const said = oneLine(message);
  const whole = `${said} (in ${oneLine(`${classname}, ${place}${about}`)})`;
  const result = fails(diagnostic)
    ? element('failure', whole, { message: said, type: severity })
    : element('system-out', `${severity}: ${whole}`);
  return element('testcase', [result], { name: `${rule} (${place})`, classname, time: '0' });
}
