import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shippedScheme } from '../workspace/file-names.ts';

/** A file that comes with the program. */
export interface ShippedFile {
  /** The path under which the program knows it, which is no path of a disk. */
  readonly path: string;
  readonly text: string;
}

/** A folder of the package: beside `dist` for the program as it is installed, beside `src` for its sources. */
function folderOf(name: string): URL {
  const beside = new URL(`../${name}/`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../${name}/`, import.meta.url);
}

let libraries: readonly ShippedFile[] | undefined;

/** The libraries that come with the program. They are read once. */
export function shippedLibraries(): readonly ShippedFile[] {
  libraries ??= readLibraries();
  return libraries;
}

function readLibraries(): ShippedFile[] {
  const folder = folderOf('libraries');
  const names = readdirSync(folder).filter((name) => name.endsWith('.plan'));
  return names
    .sort()
    .map((name) => ({ path: shippedScheme + name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The name of the plan that `init` writes. */
export const firstPlanName = 'first-plan.plan';

/** The text of the plan that `init` writes. */
export const firstPlan = (): string => readFileSync(new URL(firstPlanName, folderOf('templates')), 'utf8');

/** How documents look: CSS. */
export const documentStyle = (): string => readFileSync(new URL('document.css', folderOf('templates')), 'utf8');

/** How pages for print are set: a template of Typst. */
export const documentTemplate = (): string => readFileSync(new URL('document.typ', folderOf('templates')), 'utf8');

/** The path of settings that keep the letters of the machine from a program (fontconfig). */
export const noFontsPath = (): string => fileURLToPath(new URL('no-fonts.conf', folderOf('templates')));

/** The weights and slopes of the letters of the house: Source Sans 3, under the SIL Open Font Licence. */
const houseFaces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold'] as const;

type HouseFace = (typeof houseFaces)[number];

/** The letters of the house (TrueType): beside the program as it is installed, in their package for its sources. */
export function houseFonts(faces: readonly HouseFace[] = houseFaces): Uint8Array[] {
  const beside = new URL('./fonts/', import.meta.url);
  const isInstalled = existsSync(beside);
  return faces.map((face) => {
    const name = `SourceSans3_${face}.ttf`;
    return readFileSync(
      isInstalled
        ? new URL(name, beside)
        : new URL(import.meta.resolve(`@expo-google-fonts/source-sans-3/${face}/${name}`)),
    );
  });
}

/** The folder of the typesetting engine for any machine. */
export function typstFolder(): URL {
  const beside = new URL('./typst/', import.meta.url);
  return existsSync(beside) ? beside : new URL('./', import.meta.resolve('@myriaddreamin/typst-ts-web-compiler'));
}

/** What draws pictures (WebAssembly): resvg. */
export function drawerProgram(): URL {
  const beside = new URL('./resvg/index_bg.wasm', import.meta.url);
  return existsSync(beside) ? beside : new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
}
