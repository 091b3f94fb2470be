// For the test alone: bundles an entry as a release of an application is, as the CLI of React Native does it.
//     node bundle.js ENTRY OUT PROFILE [without-exports]
// PROFILE is what Metro is told of the engine: "hermes-stable" for the current one, "default" for the older ones. With
// "without-exports" Metro reads the packages as it did before React Native 0.79: by "main" and "react-native".
const fs = require('node:fs');
const Metro = require('metro');
const Server = require('metro/private/Server').default;

async function main([entryFile, out, profile, manner]) {
  const config = await Metro.loadConfig({ cwd: __dirname, projectRoot: __dirname, reporter: { update() {} } });
  const resolver = { ...config.resolver, unstable_enablePackageExports: manner !== 'without-exports' };
  const server = new Server({ ...config, resolver });
  const { code } = await server.build({
    ...Server.DEFAULT_BUNDLE_OPTIONS,
    entryFile,
    platform: 'android',
    dev: false,
    minify: true,
    unstable_transformProfile: profile,
  });
  fs.writeFileSync(out, code);
  await server.end();
}

main(process.argv.slice(2));
