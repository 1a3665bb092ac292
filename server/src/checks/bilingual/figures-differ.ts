import { valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type Passage, wordsWithoutLinks } from '../consistency/passages.ts';
