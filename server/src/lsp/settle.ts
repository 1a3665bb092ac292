import type { Engine } from '../engine.ts';
import type { ProjectHost } from './surroundings.ts';

/** Brings an engine up to date, with all files known that plans name. True where that had to be waited for. */
export async function settle(engine: Engine, host: ProjectHost): Promise<boolean> {
  engine.update();
  let hasWaited = false;
  for (let fetched = host.fetch?.(); fetched; fetched = host.fetch?.()) {
    hasWaited = true;
    for (const path of await fetched) engine.refresh(path);
    engine.update();
  }
  return hasWaited;
}
