// As the template of React Native has it, but for the two settings at the end: this project is one of a workspace, and is
// run in Hermes alone, without React Native's own modules around it.
const path = require('node:path');
const { getDefaultConfig, mergeConfig } = require('@react-native/metro-config');

module.exports = mergeConfig(getDefaultConfig(__dirname), {
  watchFolders: [path.join(__dirname, '../node_modules')],
  serializer: { getModulesRunBeforeMainModule: () => [] },
});
