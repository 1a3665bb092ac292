import { escaped } from '../escaped.ts';

/** What the page around a difference is made from. */
export interface CompareShell {
  readonly title: string;
  /** What the plan is compared with, in a sentence. */
  readonly said: string;
  /** What changed, as HTML of the server; or a sentence, where there is nothing to show. */
  readonly content: { readonly html: string } | { readonly words: string };
  /** The source that stands for the extension’s own files. */
  readonly source: string;
  readonly styles: readonly string[];
  /** The ways in which it can be told, in words, with the address that shows it so; none for the one that is shown. */
  readonly ways: readonly { readonly words: string; readonly address: string | undefined }[];
  /** The address that a click on the link to a place leads to. */
  place(number: number): string;
}

/** The page of a difference. Nothing runs in it and nothing is loaded but our own style sheets: what is clicked is a command of ours. */
export function compareShell({ title, said, content, source, styles, ways, place }: CompareShell): string {
  const policy = `default-src 'none'; style-src ${source}; form-action 'none'; base-uri 'none'`;
  const shown =
    'words' in content
      ? `<p class="block _nothing">${escaped(content.words)}</p>`
      : content.html.replace(placeLink, (_, number: string) => `href="${escaped(place(Number(number)))}"`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${escaped(style)}">`).join('\n')}
</head>
<body>
<main id="_compared" class="page">
<header class="block"><h1>${escaped(title)}</h1><p class="_said">${escaped(said)}</p>
<nav><ul class="_ways">${ways.map(way).join('')}</ul></nav></header>
${shown}
</main>
</body>
</html>
`;
}

const way = ({ words, address }: CompareShell['ways'][number]): string =>
  address === undefined
    ? `<li><strong aria-current="page">${escaped(words)}</strong></li>`
    : `<li><a href="${escaped(address)}">${escaped(words)}</a></li>`;

/** As the server writes it: in words of a plan there are no quotation marks that are not escaped, and no id begins so. */
const placeLink = /href="#_place-(\d+)"/g;
