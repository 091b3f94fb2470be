// Vite's dev server: watches the authoring folder, serves packs, tells pages of new ones, and shows in the overlay what does
// not compile. The last good packs stay meanwhile. On failure: in the terminal and in the overlay.
import { events, devTable, names, shapeOf } from './modules.mjs';

/** An editor that writes a file in two goes is one change. */
const settleMs = 50;

export function devServer(project) {
  let server;
  /** What pages were told last. */
  let shown;
  let failure;

  /** Vite's message for its overlay. The stack says where in this plugin, which helps nobody with a message. */
  const overlay = ({ message, id, frame, loc }) => ({
    type: 'error',
    err: { message, stack: '', id, frame, loc, plugin: 'codeglot' },
  });

  /** Has the modules made anew for pages and servers that ask from now on. Pages that run keep theirs. */
  function forget() {
    for (const { moduleGraph } of Object.values(server.environments)) {
      for (const [id, module] of moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${names.catalog}`)) {
          moduleGraph.invalidateModule(module);
        }
      }
    }
  }

  /** Constants are built into modules, which only Vite can replace. */
  async function replaceCodes() {
    for (const environment of Object.values(server.environments)) {
      const module = environment.moduleGraph.getModuleById(`\0${names.codes}`);
      if (module && environment.reloadModule) {
        await environment.reloadModule(module);
      }
    }
  }

  function warn(build) {
    build?.warnings.forEach((warning) => server.config.logger.warnOnce(`codeglot: ${warning}`));
  }

  async function publish(build) {
    const { hot } = server.environments.client;
    const before = shown;
    shown = build;
    forget();
    if (!before || shapeOf(before) !== shapeOf(build)) {
      hot.send({ type: 'full-reload' });
      return;
    }
    hot.send(events.table, devTable(build, dev.base));
    // Takes down the overlay of pages that have no catalog.
    hot.send({ type: 'update', updates: [] });
    if (before.typescript !== build.typescript) {
      await replaceCodes();
    }
  }

  async function refresh() {
    await project.request();
    const { build } = project;
    const wasBroken = failure;
    failure = project.failure;
    const { logger } = server.config;
    if (failure) {
      if (failure !== wasBroken) {
        const lines = ['codeglot:', failure.message, failure.frame ?? ''];
        logger.error(lines.join('\n').trimEnd(), { timestamp: true, error: failure });
        server.environments.client.hot.send(overlay(failure));
      }
    } else if (build !== shown || wasBroken) {
      warn(build);
      logger.info(`codeglot: compiled ${build.packs.length} locales`, { timestamp: true });
      await publish(build);
    }
  }

  const dev = {
    base: '/',

    async configure(created) {
      server = created;
      dev.base = `${server.config.base}@codeglot/`;
      await project.request();
      shown = project.build;
      failure = project.failure;
      warn(shown);
      if (failure) {
        server.config.logger.error(`codeglot:\n${failure.message}`, { error: failure });
      }

      let timer;
      const onChange = (event, file) => {
        if (project.isAuthoring(file)) {
          clearTimeout(timer);
          timer = setTimeout(() => refresh().catch((error) => server.config.logger.error(`codeglot: ${error.stack}`)), settleMs);
        }
      };
      server.watcher.add(project.folder);
      server.watcher.on('all', onChange);
      server.httpServer?.on('close', () => clearTimeout(timer));

      server.environments.client.hot.on(events.ask, (_data, client) => {
        // What compiled may be newer than what was announced: a page asks for modules at any time.
        if (project.build) {
          client.send(events.table, devTable(project.build, dev.base));
        }
        if (project.failure) {
          client.send(overlay(project.failure));
        }
      });

      server.middlewares.use((request, response, next) => {
        const [pathname] = request.url.split('?');
        if (!pathname.startsWith(dev.base)) {
          return next();
        }
        const pack = project.build?.packs.find(({ tag }) => pathname === `${dev.base}${encodeURIComponent(tag)}.cgpk`);
        response.statusCode = pack ? 200 : 404;
        response.setHeader('Content-Type', 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(pack?.bytes);
      });
    },
  };
  return dev;
}
