import type { Rule } from '../rule.ts';
import { allowUnknownRule } from './allow-unknown-rule.ts';
import { allowWithoutReason } from './allow-without-reason.ts';
import { badId } from './bad-id.ts';
import { capitalKey } from './capital-key.ts';
import { emptyField } from './empty-field.ts';
import { emptyFile } from './empty-file.ts';
import { includeNotPart } from './include-not-part.ts';
import { indentation } from './indentation.ts';
import { indentedTooFar } from './indented-too-far.ts';
import { itemInProse } from './item-in-prose.ts';
import { missingColon } from './missing-colon.ts';
import { missingFile } from './missing-file.ts';
import { missingId } from './missing-id.ts';
import { missingName } from './missing-name.ts';
import { missingTitle } from './missing-title.ts';
import { noKey } from './no-key.ts';
import { noRoot } from './no-root.ts';
import { oddSpace } from './odd-space.ts';
import { pathOutside } from './path-outside.ts';
import { repeatedField } from './repeated-field.ts';
import { repeatedLabel } from './repeated-label.ts';
import { secondRoot } from './second-root.ts';
import { tab } from './tab.ts';
import { unexpectedName } from './unexpected-name.ts';
import { unknownKey } from './unknown-key.ts';
import { unusedAllow } from './unused-allow.ts';
import { wrongPlace } from './wrong-place.ts';
import { wrongValue } from './wrong-value.ts';

/** The rules of the group `syntax`, in the order in which the reference prints them. */
export const syntaxRules: readonly Rule[] = [
  unknownKey,
  capitalKey,
  wrongPlace,
  noKey,
  missingColon,
  itemInProse,
  indentedTooFar,
  indentation,
  tab,
  oddSpace,
  noRoot,
  emptyFile,
  secondRoot,
  missingTitle,
  missingId,
  badId,
  unexpectedName,
  missingName,
  emptyField,
  repeatedField,
  repeatedLabel,
  wrongValue,
  missingFile,
  pathOutside,
  includeNotPart,
  unusedAllow,
  allowWithoutReason,
  allowUnknownRule,
];
