// For the test alone: what the other entries do in a worker. POST /vectors runs the vectors that it is sent, POST /compile
// compiles the bytes that it is sent.
import { locales } from 'codeglot';
import * as engine from 'codeglot/engine';
import * as formats from 'codeglot/formats';
import * as scriptEngine from 'codeglot/js/engine';
import packs from './packs.js';
import { runSet } from './vector-runner.js';

const compile = (bytes) => {
  try {
    return { compiled: new WebAssembly.Module(bytes) instanceof WebAssembly.Module };
  } catch (error) {
    return { refused: String(error) };
  }
};

export default {
  async fetch(request) {
    switch (new URL(request.url).pathname) {
      case '/vectors':
        return Response.json(runSet(await request.json(), { engine, formats, packs }));
      case '/compile':
        return Response.json(compile(await request.arrayBuffer()));
      default: {
        const texts = [engine, formats, scriptEngine].map(({ createCatalog }) => createCatalog({ packs }).message(102, 'zh-Hans'));
        return Response.json({ texts, locales: locales.length });
      }
    }
  },
};
