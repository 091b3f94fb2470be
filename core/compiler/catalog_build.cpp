// See catalog_build.h.
