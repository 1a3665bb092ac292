import { type PageState, views } from './messages.ts';
import { isChosen } from './read-message.ts';

/** How a page begins. */
export const firstState: PageState = {
  plan: '',
  locked: false,
  view: 'document',
  chosen: {},
  zoom: 100,
  problems: true,
  printed: false,
};

/** The sizes of a page, per cent. */
export const zooms = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const;

/** Reads what a page kept before the window was closed or reloaded; what it can’t have kept is as at first. */
export function readState(raw: unknown): PageState {
  if (typeof raw !== 'object' || raw === null) return firstState;
  const kept = raw as Partial<Record<keyof PageState, unknown>>;
  const { plan, locked, view, language, chosen, zoom, problems, printed, top } = kept;
  return {
    plan: typeof plan === 'string' ? plan : firstState.plan,
    locked: locked === true,
    view: views.find((name) => name === view) ?? firstState.view,
    language: language === 'en' || language === 'cy' ? language : undefined,
    chosen: readChosen(chosen),
    zoom: zooms.find((size) => size === zoom) ?? firstState.zoom,
    problems: problems !== false,
    printed: printed === true,
    top: isTop(top) ? top : undefined,
  };
}

function readChosen(raw: unknown): PageState['chosen'] {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(([view, choice]) => views.some((name) => name === view) && isChosen(choice)),
  );
}

const isTop = (raw: unknown): raw is NonNullable<PageState['top']> =>
  Array.isArray(raw) && raw.length === 2 && typeof raw[0] === 'string' && typeof raw[1] === 'number';
