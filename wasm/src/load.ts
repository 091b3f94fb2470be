// Gets bytes from where they are: the only file that fetches, or reads a file in Node. On failure: rejects.

/** Not written as a whole, so that no bundler for browsers looks for it. */
const nodeFiles = ['node:fs', 'promises'].join('/');

/** A URL. */
interface Address {
  readonly href: string;
  readonly protocol: string;
}
type Source = Uint8Array | ArrayBuffer | Address;

/** The bytes at a URL. */
async function bytesAt(url: Address): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === 'file:') {
    const { readFile } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ nodeFiles)) as {
      readFile(url: Address): Promise<Uint8Array<ArrayBuffer>>;
    };
    return readFile(url);
  }
  const response = await fetch(url.href);
  if (!response.ok) {
    throw new Error(`codeglot: ${url.href} answers ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

export const bytesOf = async (source: Source): Promise<Uint8Array> =>
  'href' in source ? bytesAt(source) : source instanceof Uint8Array ? source : new Uint8Array(source);

export async function moduleOf(source: WebAssembly.Module | Source): Promise<WebAssembly.Module> {
  return source instanceof WebAssembly.Module
    ? source
    : WebAssembly.compile((await bytesOf(source)) as Uint8Array<ArrayBuffer>);
}
