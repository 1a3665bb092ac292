/** A rule of a style sheet: what an element and those around it have to be, the innermost last, and what it looks like then. */
interface Rule {
  readonly steps: readonly Step[];
  readonly looks: readonly (readonly [property: string, value: string])[];
}

/** One element of a selector. */
interface Step {
  readonly name: string | undefined;
  readonly classes: readonly string[];
  /** True where it stands right in the element before it, not in any that is around. */
  readonly isChild: boolean;
}

/** An element of the drawing that is open. */
interface Open {
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly colour: string;
}

/** What some programs draw over the letters that it should stand behind: it is left out. */
const unknown = /^(?:paint-order|stroke-linejoin)$/;

/** What only style sheets and programs of a page ask for. */
const unused = /^(?:class|style|id|role|data-[\w-]+|aria-[\w-]+)$/;

/**
 * A drawing that stands alone, with its looks at each element instead of in a style sheet: for programs that know no selectors.
 * It takes drawings of this program, whose rules have names, classes and nothing else.
 */
export function literal(svg: string): string {
  const sheet = /<style>([^<]*)<\/style>/.exec(svg);
  if (!sheet) return svg;
  const rules = readRules(sheet[1] ?? '');
  const open: Open[] = [];
  return svg
    .replace(sheet[0], '')
    .replace(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, (whole, closes, name, written, isEmpty) => {
      if (closes) {
        open.pop();
        return whole;
      }
      const given = new Map<string, string>(
        [...String(written).matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key ?? '', value ?? '']),
      );
      const looks = new Map<string, string>();
      const element = { name, classes: new Set((given.get('class') ?? '').split(/\s+/).filter(Boolean)) };
      for (const rule of rules)
        if (applies(rule.steps, element, open)) for (const look of rule.looks) looks.set(...look);
      const colour = looks.get('color') ?? given.get('color') ?? open.at(-1)?.colour ?? '#000000';
      if (!isEmpty) open.push({ ...element, colour });
      return `<${name}${attributes(given, looks, colour)}${isEmpty}>`;
    });
}

/** The attributes of an element, and its looks, in the colours that stand there. */
function attributes(given: ReadonlyMap<string, string>, looks: ReadonlyMap<string, string>, colour: string): string {
  const isOutlined = looks.has('paint-order');
  const all = new Map([...given].filter(([key]) => !unused.test(key)));
  for (const [key, value] of looks)
    if (key !== 'color' && !unknown.test(key) && !(isOutlined && key.startsWith('stroke')))
      all.set(key, value.replace(/px$/, '').replaceAll('"', '&quot;'));
  return [...all].map(([key, value]) => ` ${key}="${value.replace('currentColor', colour)}"`).join('');
}

function readRules(sheet: string): Rule[] {
  return [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, declarations]) => ({
    steps: readSteps((selector ?? '').trim()),
    looks: (declarations ?? '').split(';').flatMap((one) => {
      const at = one.indexOf(':');
      return at < 0 ? [] : [[one.slice(0, at).trim(), one.slice(at + 1).trim()] as const];
    }),
  }));
}

function readSteps(selector: string): Step[] {
  const steps: Step[] = [];
  let isChild = false;
  for (const part of selector.split(/\s+/)) {
    if (part === '>') {
      isChild = true;
      continue;
    }
    const [name, ...classes] = part.split('.');
    steps.push({ name: name || undefined, classes, isChild });
    isChild = false;
  }
  return steps;
}

type Element = Pick<Open, 'name' | 'classes'>;

const fits = ({ name, classes }: Step, element: Element): boolean =>
  (name === undefined || name === element.name) && classes.every((one) => element.classes.has(one));

/** True where an element, in those that are open around it, is what a rule is for. */
function applies(steps: readonly Step[], element: Element, around: readonly Element[]): boolean {
  const last = steps.at(-1);
  if (!last || !fits(last, element)) return false;
  if (steps.length === 1) return true;
  const rest = steps.slice(0, -1);
  const furthest = last.isChild ? Math.max(0, around.length - 1) : 0;
  for (let at = around.length - 1; at >= furthest; at--) {
    const one = around[at];
    if (one && applies(rest, one, around.slice(0, at))) return true;
  }
  return false;
}
