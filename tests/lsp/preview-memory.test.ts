import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { viewNames } from '../../server/src/documents/view.ts';
import { generatePlan } from '../bench/generate.ts';
import { FOLDER, opened } from './open.ts';
import { TestPanel } from './panel.ts';

const path = `${FOLDER}/main.plan`;

test.each(viewNames)(
  'thousands of keystrokes leave nothing behind in the view %s',
  { timeout: 120_000 },
  async (view) => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { client } = await opened(generatePlan('long', 300));
    const panel = new TestPanel(client, path, { view });
    async function heapAfter(keystrokes: number): Promise<number> {
      for (let step = 0; step < keystrokes; step++) {
        client.replace(path, 'People in', 'People  in');
        await panel.ask();
        client.replace(path, 'People  in', 'People in');
        await panel.ask();
      }
      client.received.length = 0;
      collect();
      return process.memoryUsage().heapUsed;
    }
    const before = await heapAfter(150);
    expect((await heapAfter(400)) - before).toBeLessThan(3_000_000);
  },
);
