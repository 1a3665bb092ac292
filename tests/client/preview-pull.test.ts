import { expect, test } from 'vitest';
import { Pull } from '../../client/src/preview/pull.ts';
import type { PreviewUpdate } from '../../server/src/lsp/protocol.ts';

/** A server that answers when it is told to. */
class Asked {
  readonly questions: number[] = [];
  readonly taken: (number | null)[] = [];
  readonly failures: unknown[] = [];
  readonly pull = new Pull({
    ask: (has) => {
      this.questions.push(has);
      const { promise, resolve, reject } = Promise.withResolvers<PreviewUpdate | null>();
      this.#answer = resolve;
      this.#fail = reject;
      return promise;
    },
    take: (update) => this.taken.push(update?.version ?? null),
    failed: (error) => this.failures.push(error),
  });
  #answer: (update: PreviewUpdate | null) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  async answer(version: number | null): Promise<void> {
    this.#answer(version === null ? null : ({ version } as PreviewUpdate));
    await settled();
  }

  async fail(error: string): Promise<void> {
    this.#fail(error);
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('however often the text changes, one question is under way, and one follows it', async () => {
  const asked = new Asked();
  for (let times = 0; times < 5; times += 1) asked.pull.changed();
  expect(asked.questions).toEqual([0]);
  await asked.answer(1);
  expect(asked.questions).toEqual([0, 1]);
  await asked.answer(2);
  expect(asked.questions).toEqual([0, 1]);
  expect(asked.taken).toEqual([1, 2]);
});

test('an answer about another page is not taken', async () => {
  const asked = new Asked();
  asked.pull.changed();
  await asked.answer(1);
  asked.pull.changed();
  asked.pull.whole();
  await asked.answer(2);
  expect(asked.taken).toEqual([1]);
  expect(asked.questions).toEqual([0, 1, 0]);
  await asked.answer(3);
  expect(asked.taken).toEqual([1, 3]);
});

test('after a failure, or where there is no page, the whole is asked for', async () => {
  const asked = new Asked();
  asked.pull.changed();
  await asked.answer(1);
  asked.pull.changed();
  await asked.fail('gone');
  expect(asked.failures).toEqual(['gone']);
  asked.pull.changed();
  await asked.answer(null);
  asked.pull.changed();
  expect(asked.questions).toEqual([0, 1, 0, 0]);
  expect(asked.taken).toEqual([1, null]);
});

test('a change while a question fails is not lost', async () => {
  const asked = new Asked();
  asked.pull.changed();
  asked.pull.changed();
  await asked.fail('gone');
  expect(asked.questions).toEqual([0, 0]);
});
