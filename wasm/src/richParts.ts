// Turns the flat parts of a text into nodes of a user interface: what is between the opening and the closing of a markup
// becomes its children. For `codeglot/react` and `codeglot/vue`, which say what a node is.
//
// Markup is a translator's, so it may be anything. What is never closed ends with the text or with what it is in; what
// closes nothing is left out; markup and arguments that nobody renders leave what is in them.
import type { MessageResolution } from './messageCatalog.js';
import type { Part } from './parts.js';

/** Renders an argument or a markup, whose text and nodes are `children`; undefined if the program renders no such thing. */
export type Render<Node> = (part: Part, children: (Node | string)[]) => Node | undefined;

/** The function that a program has for a part: its own, since a message may name anything, as `constructor`. */
export function named<Value>(values: Readonly<Record<string, Value>>, { name, type }: Part): Value | undefined {
  const key = [name, type].find((one) => Object.hasOwn(values, one!) && typeof values[one!] === 'function');
  return key == null ? undefined : values[key];
}

/** The text as nodes. A catalog that knows no parts has a text of one part. */
export function renderParts<Node>({ text, parts }: MessageResolution, render: Render<Node>): (Node | string)[] {
  let nodes: (Node | string)[] = [];
  /** Each markup that is open, and the nodes before it. */
  const open: [part: Part, before: (Node | string)[]][] = [];
  const put = (part: Part, children: (Node | string)[]): void => {
    const node = render(part, children);
    for (const one of node === undefined ? children : [node]) {
      const last = nodes.length - 1;
      // One text, so that a page has one text node for it.
      if (typeof one === 'string' && typeof nodes[last] === 'string') {
        nodes[last] += one;
      } else {
        nodes.push(one);
      }
    }
  };
  const close = (depth: number): void => {
    while (open.length > depth) {
      const children = nodes;
      const [part, before] = open.pop()!;
      nodes = before;
      put(part, children);
    }
  };
  for (const part of parts ?? [{ type: 'text', value: text } as const]) {
    if (part.kind === 'open') {
      open.push([part, nodes]);
      nodes = [];
    } else if (part.kind === 'close') {
      const depth = open.map(([{ name }]) => name).lastIndexOf(part.name);
      if (depth >= 0) {
        close(depth);
      }
    } else {
      // A number and a date may be told in pieces alone.
      const value = part.value ?? part.parts?.map((piece) => piece.value).join('');
      put(part, value ? [value] : []);
    }
  }
  close(0);
  return nodes;
}
