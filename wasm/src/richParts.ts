// Turns the flat parts of a text into nodes of a user interface: what is between the opening and the closing of a markup
// becomes its children. For `codeglot/react` and `codeglot/vue`, which say what a node is.
//
// Markup is a translator's, so it may be anything. What is never closed ends with the text or with what it is in; what
// closes nothing is left out; markup and arguments that nobody renders leave what is in them.
import type { MessageResolution } from './messageStore.js';
import type { Part } from './parts.js';

/** Renders an argument or a markup, whose text and nodes are `children`; undefined if the program renders no such thing. */
export type Render<Node> = (part: Part, children: (Node | string)[]) => Node | undefined;

/** What a program has under one of a part's names; only its own, since a message may name anything, as `constructor`. */
export function named<Value>(values: Readonly<Record<string, Value>>, part: Part): Value | undefined {
  const own = (name: string | undefined) => (name != null && Object.hasOwn(values, name) ? values[name] : undefined);
  return own(part.name) ?? (part.type === 'markup' ? undefined : own(part.type));
}

/** The text as nodes. A catalog that knows no parts has a text of one part. */
export function renderParts<Node>({ text, parts }: MessageResolution, render: Render<Node>): (Node | string)[] {
  let nodes: (Node | string)[] = [];
  const open: { readonly part: Part; readonly outer: (Node | string)[] }[] = [];
  const put = (node: Node | string): void => {
    const last = nodes.length - 1;
    // One text, so that a page has one text node for it.
    if (typeof node === 'string' && typeof nodes[last] === 'string') {
      nodes[last] += node;
    } else {
      nodes.push(node);
    }
  };
  const putRendered = (part: Part, children: (Node | string)[]): void => {
    const node = render(part, children);
    (node === undefined ? children : [node]).forEach(put);
  };
  const close = (depth: number): void => {
    while (open.length > depth) {
      const { part, outer } = open.pop()!;
      const children = nodes;
      nodes = outer;
      putRendered(part, children);
    }
  };
  for (const part of parts ?? [{ type: 'text', value: text } as const]) {
    if (part.kind === 'open') {
      open.push({ part, outer: nodes });
      nodes = [];
    } else if (part.kind === 'close') {
      const depth = open.map(({ part: { name } }) => name).lastIndexOf(part.name);
      close(depth < 0 ? open.length : depth);
    } else {
      // A number and a date may be told in pieces alone.
      const value = part.value ?? part.parts?.map((piece) => piece.value).join('');
      putRendered(part, value ? [value] : []);
    }
  }
  close(0);
  return nodes;
}
