// What the command's WebAssembly calls, as a library for Emscripten's linker: the C library's system calls, in place of
// Emscripten's own file system. It only carries numbers and texts over; Module.host (src/files.mjs) does the work, and
// throws Node's errors, whose codes become errno. Each call is also when the command hears that it is to end.
//
// Names, signatures and structures are those of Emscripten's C library; the braces are filled in by its linker.
mergeInto(LibraryManager.library, {
  $host__deps: ['$ERRNO_CODES'],
  $host: {
    call: function (action) {
      if (Module['host'].isInterrupted()) {
        Module['_codeglot_interrupt']();
      }
      try {
        return action(Module['host']) || 0;
      } catch (error) {
        var number = ERRNO_CODES[error.code];
        if (number === undefined) {
          throw error;
        }
        return -number;
      }
    },
    // A wasi function's result is errno itself.
    wasi: function (action) {
      return -host.call(action);
    },
    path: function (folder, path) {
      return Module['host'].path(folder === {{{ cDefine('AT_FDCWD') }}} ? null : folder, UTF8ToString(path));
    },
    openFlags: function (flags) {
      var access = flags & {{{ cDefine('O_ACCMODE') }}};
      return {
        read: access !== {{{ cDefine('O_WRONLY') }}},
        write: access !== {{{ cDefine('O_RDONLY') }}},
        create: Boolean(flags & {{{ cDefine('O_CREAT') }}}),
        exclusive: Boolean(flags & {{{ cDefine('O_EXCL') }}}),
        truncate: Boolean(flags & {{{ cDefine('O_TRUNC') }}}),
        append: Boolean(flags & {{{ cDefine('O_APPEND') }}}),
        folder: Boolean(flags & {{{ cDefine('O_DIRECTORY') }}}),
      };
    },
    writeTime: function (at, nanoseconds) {
      var second = BigInt(1000000000); // Emscripten 3.1.6 reads no literals of BigInt.
      HEAP32[at >> 2] = Number(nanoseconds / second);
      HEAP32[(at + {{{ C_STRUCTS.timespec.tv_nsec }}}) >> 2] = Number(nanoseconds % second);
    },
    // `found`: fs.Stats of 64-bit integers.
    writeStat: function (at, found) {
      HEAPU8.fill(0, at, at + {{{ C_STRUCTS.stat.__size__ }}});
      var view = new DataView(HEAPU8.buffer);
      HEAP32[(at + {{{ C_STRUCTS.stat.st_dev }}}) >> 2] = Number(found.dev);
      HEAP32[(at + {{{ C_STRUCTS.stat.st_mode }}}) >> 2] = Number(found.mode);
      HEAP32[(at + {{{ C_STRUCTS.stat.st_nlink }}}) >> 2] = Number(found.nlink);
      view.setBigInt64(at + {{{ C_STRUCTS.stat.st_size }}}, found.size, true);
      host.writeTime(at + {{{ C_STRUCTS.stat.st_atim.tv_sec }}}, found.atimeNs);
      host.writeTime(at + {{{ C_STRUCTS.stat.st_mtim.tv_sec }}}, found.mtimeNs);
      host.writeTime(at + {{{ C_STRUCTS.stat.st_ctim.tv_sec }}}, found.ctimeNs);
      view.setBigUint64(at + {{{ C_STRUCTS.stat.st_ino }}}, found.ino, true);
    },
    // Calls `each` with the pieces of memory that an array of iovec names, and adds up what it returns, until it is less
    // than the piece.
    pieces: function (vectors, count, each) {
      var bytes = 0;
      for (var index = 0; index < count; ++index) {
        var vector = (vectors + index * {{{ C_STRUCTS.iovec.__size__ }}}) >> 2;
        var begin = HEAPU32[vector];
        var length = HEAPU32[vector + 1];
        var done = each(HEAPU8.subarray(begin, begin + length));
        bytes += done;
        if (done < length) {
          break;
        }
      }
      return bytes;
    },
  },

  // Paths.
  __syscall_openat__deps: ['$host'],
  __syscall_openat: function (folder, path, flags, more) {
    var mode = flags & {{{ cDefine('O_CREAT') }}} ? HEAPU32[more >> 2] : 0;
    return host.call((files) => files.open(host.path(folder, path), host.openFlags(flags), mode));
  },
  __syscall_open__deps: ['__syscall_openat'],
  __syscall_open: function (path, flags, more) {
    return ___syscall_openat({{{ cDefine('AT_FDCWD') }}}, path, flags, more);
  },
  __syscall_fstatat64__deps: ['$host'],
  __syscall_fstatat64: function (folder, path, at, flags) {
    var follow = !(flags & {{{ cDefine('AT_SYMLINK_NOFOLLOW') }}});
    return host.call((files) => host.writeStat(at, files.stat(host.path(folder, path), follow)));
  },
  __syscall_stat64__deps: ['__syscall_fstatat64'],
  __syscall_stat64: function (path, at) {
    return ___syscall_fstatat64({{{ cDefine('AT_FDCWD') }}}, path, at, 0);
  },
  __syscall_lstat64__deps: ['__syscall_fstatat64'],
  __syscall_lstat64: function (path, at) {
    return ___syscall_fstatat64({{{ cDefine('AT_FDCWD') }}}, path, at, {{{ cDefine('AT_SYMLINK_NOFOLLOW') }}});
  },
  __syscall_mkdirat__deps: ['$host'],
  __syscall_mkdirat: function (folder, path, mode) {
    return host.call((files) => files.makeFolder(host.path(folder, path), mode));
  },
  __syscall_mkdir__deps: ['__syscall_mkdirat'],
  __syscall_mkdir: function (path, mode) {
    return ___syscall_mkdirat({{{ cDefine('AT_FDCWD') }}}, path, mode);
  },
  __syscall_unlinkat__deps: ['$host'],
  __syscall_unlinkat: function (folder, path, flags) {
    var isFolder = Boolean(flags & {{{ cDefine('AT_REMOVEDIR') }}});
    return host.call((files) => files.remove(host.path(folder, path), isFolder));
  },
  __syscall_unlink__deps: ['__syscall_unlinkat'],
  __syscall_unlink: function (path) {
    return ___syscall_unlinkat({{{ cDefine('AT_FDCWD') }}}, path, 0);
  },
  __syscall_rmdir__deps: ['__syscall_unlinkat'],
  __syscall_rmdir: function (path) {
    return ___syscall_unlinkat({{{ cDefine('AT_FDCWD') }}}, path, {{{ cDefine('AT_REMOVEDIR') }}});
  },
  __syscall_renameat__deps: ['$host'],
  __syscall_renameat: function (fromFolder, from, toFolder, to) {
    return host.call((files) => files.rename(host.path(fromFolder, from), host.path(toFolder, to)));
  },
  __syscall_rename__deps: ['__syscall_renameat'],
  __syscall_rename: function (from, to) {
    return ___syscall_renameat({{{ cDefine('AT_FDCWD') }}}, from, {{{ cDefine('AT_FDCWD') }}}, to);
  },
  __syscall_readlinkat__deps: ['$host'],
  __syscall_readlinkat: function (folder, path, at, capacity) {
    return host.call((files) => files.readLink(host.path(folder, path), HEAPU8.subarray(at, at + capacity)));
  },
  __syscall_readlink__deps: ['__syscall_readlinkat'],
  __syscall_readlink: function (path, at, capacity) {
    return ___syscall_readlinkat({{{ cDefine('AT_FDCWD') }}}, path, at, capacity);
  },
  __syscall_getcwd__deps: ['$host'],
  __syscall_getcwd: function (at, capacity) {
    return host.call((files) => {
      var bytes = lengthBytesUTF8(files.folder) + 1;
      if (bytes > capacity) {
        return -{{{ cDefine('ERANGE') }}};
      }
      stringToUTF8(files.folder, at, capacity);
      return bytes;
    });
  },

  // Open files.
  __syscall_fstat64__deps: ['$host'],
  __syscall_fstat64: function (file, at) {
    return host.call((files) => host.writeStat(at, files.statOpen(file)));
  },
  __syscall_getdents64__deps: ['$host'],
  __syscall_getdents64: function (file, at, capacity) {
    var size = {{{ C_STRUCTS.dirent.__size__ }}};
    return host.call((files) => {
      var entries = files.nextEntries(file, Math.floor(capacity / size));
      var view = new DataView(HEAPU8.buffer);
      entries.forEach((entry, index) => {
        var to = at + index * size;
        HEAPU8.fill(0, to, to + size);
        view.setBigUint64(to + {{{ C_STRUCTS.dirent.d_ino }}}, BigInt(1), true); // Anything but 0.
        view.setUint16(to + {{{ C_STRUCTS.dirent.d_reclen }}}, size, true);
        // As in dirent.h: a folder, a link, a file, or not known.
        HEAPU8[to + {{{ C_STRUCTS.dirent.d_type }}}] = { folder: 4, link: 10, file: 8 }[entry.type] || 0;
        stringToUTF8(entry.name, to + {{{ C_STRUCTS.dirent.d_name }}}, 256);
      });
      return entries.length * size;
    });
  },
  __syscall_ioctl__deps: ['$host'],
  __syscall_ioctl: function (file) {
    // Asked only to learn whether this is a terminal.
    return host.call((files) => (files.isTerminal(file) ? 0 : -{{{ cDefine('ENOTTY') }}}));
  },
  __syscall_fcntl64: function () {
    return 0; // Sets FD_CLOEXEC, which has no meaning here.
  },
  fd_fdstat_get__deps: ['$host'],
  fd_fdstat_get: function (file, at) {
    return host.wasi((files) => {
      HEAPU8[at] = files.isTerminal(file) ? 2 : 4; // A character device, a regular file.
    });
  },
  fd_read__deps: ['$host'],
  fd_read: function (file, vectors, count, bytes) {
    return host.wasi((files) => {
      HEAPU32[bytes >> 2] = host.pieces(vectors, count, (piece) => files.read(file, piece));
    });
  },
  fd_write__deps: ['$host'],
  fd_write__postset: '',
  fd_write: function (file, vectors, count, bytes) {
    return host.wasi((files) => {
      HEAPU32[bytes >> 2] = host.pieces(vectors, count, (piece) => files.write(file, piece));
    });
  },
  fd_seek__deps: ['$host'],
  fd_seek: function (file, offset, whence, at) {
    return host.wasi((files) => {
      var position = BigInt(files.seek(file, Number(offset), ['begin', 'here', 'end'][whence]));
      new DataView(HEAPU8.buffer).setBigInt64(at, position, true);
    });
  },
  fd_sync__deps: ['$host'],
  fd_sync: function (file) {
    return host.wasi((files) => files.flush(file));
  },
  fd_close__deps: ['$host'],
  fd_close: function (file) {
    return host.wasi((files) => files.close(file));
  },

  // Environment: name=value.
  environ_sizes_get__deps: ['$host'],
  environ_sizes_get: function (count, bytes) {
    var entries = Module['host'].environment;
    HEAPU32[count >> 2] = entries.length;
    HEAPU32[bytes >> 2] = entries.reduce((sum, entry) => sum + lengthBytesUTF8(entry) + 1, 0);
    return 0;
  },
  environ_get__deps: ['$host'],
  environ_get: function (pointers, at) {
    Module['host'].environment.forEach((entry, index) => {
      var bytes = lengthBytesUTF8(entry) + 1;
      HEAPU32[(pointers >> 2) + index] = at;
      stringToUTF8(entry, at, bytes);
      at += bytes;
    });
    return 0;
  },

  // core/cli/wasm/host.h.
  codeglot_host_sleep__deps: ['$host'],
  codeglot_host_sleep: function (milliseconds) {
    host.call((files) => files.sleep(milliseconds));
    host.call(() => {}); // Hears what ended the sleep.
  },
  codeglot_host_hold_signals: function (hold) {
    Module['host'].holdSignals(Boolean(hold));
  },
  codeglot_host_process_id: function () {
    return Module['host'].processId;
  },
});
