import { expect } from 'chai';
import {
  type DocumentSymbol,
  type Location,
  type LocationLink,
  type SelectionRange,
  type SymbolInformation,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { sound } from './borough.ts';
import { ask, at, Plans, problems } from './plans.ts';

suite('Names', () => {
  let plans: Plans;
  suiteSetup(async () => {
    plans = await Plans.write(sound);
    await plans.open('homes.plan');
  });
  suiteTeardown(() => plans.remove());

  const documentOf = (name: string) => workspace.openTextDocument(plans.uri(name));
  const nameOf = (location: Location | LocationLink): string =>
    ('uri' in location ? location.uri : location.targetUri).path.replace(/.*\//, '');

  test('lead to what they name, in another file', async () => {
    const document = await documentOf('homes.plan');
    const found = await ask<(Location | LocationLink)[]>(
      'DefinitionProvider',
      document.uri,
      at(document, 'warm-homes', 2),
    );
    expect(found.map(nameOf)).to.deep.equal(['borough.plan']);
  });

  test('are found wherever they are used, in prose too', async () => {
    const document = await documentOf('borough.plan');
    const found = await ask<Location[]>('ReferenceProvider', document.uri, at(document, 'warm-homes', 2));
    expect([...new Set(found.map(nameOf))].sort()).to.include.members(['homes.plan', 'people.plan']);
  });

  test('are renamed in three files at once', async () => {
    const document = await documentOf('homes.plan');
    const position = at(document, 'warm-homes', 2);
    const edit = await ask<WorkspaceEdit>('DocumentRenameProvider', document.uri, position, 'warm-and-safe');
    expect(
      edit
        .entries()
        .map(([{ path }]) => path.replace(/.*\//, ''))
        .sort(),
    ).to.deep.equal(Object.keys(sound));
    expect(await workspace.applyEdit(edit)).to.equal(true);
    for (const [name, text] of Object.entries(sound)) {
      expect(await plans.text(name)).to.equal(text.replaceAll('warm-homes', 'warm-and-safe'));
    }
    await problems(document.uri, (found) => found.length === 0);
    await problems(plans.uri('people.plan'), (found) => found.length === 0);
  });

  test('that are taken are refused, with a reason', async () => {
    const document = await documentOf('borough.plan');
    const position = at(document, 'kpq how-warm', 'kpq h'.length);
    const refusal = await ask<WorkspaceEdit>('DocumentRenameProvider', document.uri, position, 'head-of-housing').then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(refusal).to.match(/head-of-housing/);
  });

  test('and numbers make the outline', async () => {
    const document = await documentOf('homes.plan');
    const symbols = await ask<DocumentSymbol[]>('DocumentSymbolProvider', document.uri);
    const titles = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...titles(children)]);
    expect(titles(symbols).join('\n')).to.match(/Make every home a good home[\s\S]*Fit thick loft lining/);
  });

  test('and titles are found in the whole workspace', async () => {
    const found = await ask<SymbolInformation[]>('WorkspaceSymbolProvider', 'loft lining');
    const [symbol] = found.filter(({ location }) => location.uri.path.startsWith(plans.folder.path));
    expect(symbol?.name).to.match(/Fit thick loft lining/);
  });

  test('fold and widen with the text that they head', async () => {
    const document = await documentOf('homes.plan');
    const folds = await ask<{ start: number; end: number }[]>('FoldingRangeProvider', document.uri);
    const line = at(document, 'priority good-homes').line;
    expect(folds.some(({ start, end }) => start === line && end > line)).to.equal(true);
    const [innermost] = await ask<SelectionRange[]>('SelectionRangeProvider', document.uri, [
      at(document, 'loft lining'),
    ]);
    const widths: string[] = [];
    for (let range = innermost; range !== undefined; range = range.parent) widths.push(document.getText(range.range));
    expect(widths.length).to.be.greaterThan(2);
    expect(widths.some((text) => text.startsWith('priority good-homes'))).to.equal(true);
  });
});
