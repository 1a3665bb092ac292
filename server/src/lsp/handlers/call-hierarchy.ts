import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
  Connection,
} from 'vscode-languageserver';
import { type Step, stepsIn, stepsOut, threadItemAt } from '../../features/call-hierarchy.ts';
import { oneOf } from '../../features/kind-words.ts';
import { idOf, titleOf, wholeOf } from '../../features/places.ts';
import { callOf, numberOf } from '../../features/shown.ts';
import { symbolOf } from '../../features/symbol-kinds.ts';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { Asked, Handler } from '../handler.ts';

type Of = { item: CallHierarchyItem };
type About = Of & { textDocument: { uri: string } };

/** The golden thread, up and down from any item. */
export const callHierarchy: Handler = {
  capabilities: { callHierarchyProvider: true },
  listen(connection: Connection, { answer }) {
    connection.languages.callHierarchy.onPrepare(
      answer<CallHierarchyPrepareParams, CallHierarchyItem[] | null>('naming', null, (asked, { position }) => {
        const at = asked.cursor(position);
        const item = at && threadItemAt(asked.snapshot, at);
        return item && [toProtocol(asked, item)];
      }),
    );
    const incoming = answer<About, CallHierarchyIncomingCall[]>('naming', [], (asked, { item }) =>
      steps(asked, item, stepsIn).map(({ item: from, ranges }) => ({
        from: toProtocol(asked, from),
        fromRanges: [...ranges],
      })),
    );
    const outgoing = answer<About, CallHierarchyOutgoingCall[]>('naming', [], (asked, { item }) =>
      steps(asked, item, stepsOut).map(({ item: to, ranges }) => ({
        to: toProtocol(asked, to),
        fromRanges: [...ranges],
      })),
    );
    connection.languages.callHierarchy.onIncomingCalls((params, token) => incoming(about(params), token));
    connection.languages.callHierarchy.onOutgoingCalls((params, token) => outgoing(about(params), token));
  },
};

/** The request as one about the file of its item. */
const about = ({ item }: Of): About => ({ item, textDocument: { uri: item.uri } });

/** The steps from the item that a client has from an earlier answer: it is the one that stands there now. */
function steps(
  asked: Asked,
  { selectionRange }: CallHierarchyItem,
  walk: (model: Model, item: Item) => Step[],
): Step[] {
  const { model } = asked.snapshot;
  const item = asked.cursor(selectionRange.start)?.item;
  return item ? walk(model, item) : [];
}

function toProtocol({ snapshot: { model }, file, uri }: Asked, item: Item): CallHierarchyItem {
  const whole = wholeOf(item);
  const number = numberOf(model, item);
  const title = callOf(model, item) || oneOf(item.kind, file.tree.language);
  return {
    name: number ? `${number} ${title}` : title,
    kind: symbolOf(item.kind),
    detail: [oneOf(item.kind, file.tree.language), item.id ?? ''].filter(Boolean).join(' · '),
    uri: uri(whole.path),
    range: whole.range,
    selectionRange: (item.id === undefined ? titleOf(item) : idOf(item)).range,
  };
}
