// The plugin, for every bundler: resolves the virtual modules and gives their texts, compiled when the folder has changed.
// Packs become hashed files in Vite and Rollup, and chunks elsewhere and on servers. On failure: the bundler's own
// error, with the place in the authoring file.
import { createUnplugin } from 'unplugin';
import { devServer } from './dev.mjs';
import { catalogOfAssets, catalogOfModules, catalogOfServer, isOurs, moduleText, names } from './modules.mjs';
import { findingText } from './findings.mjs';
import { Project } from './project.mjs';

export const unplugin = createUnplugin((options, { framework }) => {
  const project = new Project(options);
  const dev = devServer(project);
  let serving = false;
  let reported;

  /** Says each warning of a build once, however many environments ask for it. */
  function report(context, build) {
    if (reported !== build) {
      reported = build;
      const { root } = project;
      for (const finding of build.findings) {
        context.warn({ message: findingText(finding, root), id: finding.file });
      }
      if (build.notice) {
        context.warn(build.notice);
      }
    }
  }

  /** The build to serve: while a dev server runs the last good one will do. */
  async function ready(context) {
    await project.request();
    if (project.failure && !(serving && project.build)) {
      return context.error(project.failure);
    }
    report(context, project.build);
    return project.build;
  }

  return {
    name: 'codeglot',

    async buildStart() {
      // Early, so that types are there before anybody checks them.
      await project.request();
      if (framework === 'rollup' || framework === 'vite') {
        for (const file of serving ? [] : [project.folder, ...(await project.files())]) {
          this.addWatchFile(file);
        }
        if (project.failure && !serving) {
          this.error(project.failure);
        }
      }
    },

    resolveId: (id) => (isOurs(id) ? `\0${id}` : undefined),

    loadInclude: (id) => id.startsWith('\0') && isOurs(id.slice(1)),

    async load(id) {
      const name = id.slice(1);
      const build = await ready(this);
      if (name !== names.catalog) {
        return moduleText(name, build);
      }
      const isServer = this.environment?.config.consumer === 'server';
      if (isServer || (framework !== 'vite' && framework !== 'rollup')) {
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
  };
});
