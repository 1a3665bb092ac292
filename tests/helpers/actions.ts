import type { Example } from '../../server/src/checks/rule.ts';
import { filesOf } from '../../server/src/examples.ts';
import type { Abilities, Action } from '../../server/src/features/code-actions/action.ts';
import { actionsAt } from '../../server/src/features/code-actions/index.ts';
import { edited } from './edited.ts';
import { editorFor, MARK } from './editor.ts';

const everything: Abilities = { createsFiles: true, snippets: false, explains: false };

/** What can be done at the mark, or between two marks. */
export function actionsIn(example: Example, can: Partial<Abilities> = {}, only?: readonly string[]): Action[] {
  const { snapshot, file, positions, position } = editorFor(example);
  const range = { start: position, end: positions[1] ?? position };
  return actionsAt(snapshot, file, range, { ...everything, ...can }, only);
}

/** The files after an action; a single text is `main.plan`. */
export function doing(example: Example, { edits = [], creates }: Action): Record<string, string> {
  const texts = Object.entries(filesOf(example)).map(([path, text]) => [path, text.replaceAll(MARK, '')] as const);
  const files = new Map(texts);
  for (const [path, own] of Map.groupBy(edits, ({ file }) => file)) files.set(path, edited(files.get(path) ?? '', own));
  if (creates) files.set(creates.path, creates.text);
  return Object.fromEntries(files);
}

/** The text of `main.plan` after the action with a title; undefined where that is not offered. */
export function done(example: Example, title: string, can: Partial<Abilities> = {}): string | undefined {
  const action = actionsIn(example, can).find((one) => one.title === title);
  return action && doing(example, action)['main.plan'];
}
