// The plugin, for every bundler: resolves the virtual modules and gives their texts, compiled when the folder has changed.
// Packs become hashed files in Vite and Rollup, and chunks elsewhere and on servers. On failure: the bundler's own
// error, with the place in the authoring file.
import { createUnplugin } from 'unplugin';
import { devServer } from './dev.mjs';
import { catalogOfAssets, catalogOfModules, catalogOfServer, isOurs, moduleText, names } from './modules.mjs';
import { Project } from './project.mjs';

/** How webpack asks for the modules; see below. */
const withoutScheme = /^virtual-codeglot(?=\/|$)/;

export const unplugin = createUnplugin((options, { framework }) => {
  const project = new Project(options);
  const dev = devServer(project);
  // Rollup has the plugin of Vite.
  const isRollup = framework === 'vite';
  let serving = false;
  let reported;

  /** Says each warning of a build once, however many environments ask for it. The dev server does that itself. */
  function report(context, build) {
    if (!serving && reported !== build) {
      reported = build;
      build.warnings.forEach((warning) => context.warn(warning));
    }
  }

  /** Has watchers look at the folder, for files that are new, too. Vite's dev server does that itself. */
  async function watch(context) {
    const files = await project.files();
    files.forEach((file) => context.addWatchFile(file));
    if (isRollup) {
      context.addWatchFile(project.folder);
    } else {
      context.getNativeBuildContext().loaderContext?.addContextDependency(project.folder);
    }
  }

  /** The build to serve: while a dev server runs the last good one will do. */
  async function ready(context) {
    await project.request();
    if (project.failure && !(serving && project.build)) {
      // Rollup's own call keeps place and frame; others know them from the text alone.
      throw isRollup ? context.error(project.failure) : project.failure;
    }
    report(context, project.build);
    return project.build;
  }

  return {
    name: 'codeglot',

    async buildStart() {
      // Early, so that types are there before anybody checks them, and a build fails even if it imports nothing of it.
      await project.request();
      if (isRollup && !serving) {
        await watch(this);
        if (project.failure) {
          this.error(project.failure);
        }
      }
    },

    resolveId(id) {
      const name = id.replace(withoutScheme, names.catalog);
      return isOurs(name) ? `\0${name}` : undefined;
    },

    loadInclude: (id) => id.startsWith('\0') && isOurs(id.slice(1)),

    async load(id) {
      const name = id.slice(1);
      if (!serving) {
        await watch(this);
      }
      const build = await ready(this);
      if (name !== names.catalog) {
        return moduleText(name, build);
      }
      const isServer = this.environment?.config.consumer === 'server';
      if (isServer || !isRollup) {
        return catalogOfModules(build);
      }
      if (serving) {
        return catalogOfServer(build, dev.base);
      }
      return catalogOfAssets(build, ({ tag, bytes }) => this.emitFile({ type: 'asset', name: `${tag}.cgpk`, source: bytes }));
    },

    vite: {
      // Left as it is installed: found while pages load, it would make them load again.
      config: () => ({ optimizeDeps: { exclude: ['codeglot'] } }),
      configResolved(config) {
        project.root = config.root;
        serving = config.command === 'serve';
      },
      configureServer: dev.configure,
    },

    webpack(compiler) {
      project.root = compiler.context;
      // webpack looks for a plugin that reads the scheme before it asks any how a name is resolved.
      compiler.hooks.compilation.tap('codeglot', (_compilation, { normalModuleFactory }) => {
        normalModuleFactory.hooks.beforeResolve.tap('codeglot', (data) => {
          if (isOurs(data.request)) {
            data.request = data.request.replace(names.catalog, 'virtual-codeglot');
          }
        });
      });
    },

    rspack(compiler) {
      project.root = compiler.context;
    },

    esbuild: {
      config(options) {
        project.root = options.absWorkingDir ?? project.root;
      },
    },
  };
});
