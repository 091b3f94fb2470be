// The entry `codeglot/client`: what clients do around a catalog. Which locale a reader gets, loading it when it is asked
// for, and several services' catalogs side by side. Works with the catalogs of every other entry, and imports none.
export { createLoader } from './clientLoader.js';
export type { Loader, LoaderCatalog, LoaderOptions, LoadOptions } from './clientLoader.js';
export { LoadError } from './clientDownload.js';
export type { Fetch, FetchedResponse, Progress } from './clientDownload.js';
export { negotiate } from './clientNegotiate.js';
export { createServices } from './clientServices.js';
export type { ServiceArgs, ServiceCatalog, Services, ServiceResolution } from './clientServices.js';
export type { AnyCatalog, PackNamespace, PackTaker, ResolvedText, ResponseCatalog } from './clientTypes.js';
export type { ImportedPack, Manifest, ManifestPack } from './manifest.js';
export type { AbortSignalLike, MessageCatalog } from './messageCatalog.js';
