#include "record/hdf5_memory.h"

#include <new>
#include <utility>

namespace relco::record {

namespace {

constexpr std::size_t kStep = std::size_t{1} << 20;

// Where a superblock of version 2 or 3 says how long the file is: memory is a bit longer.
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kEndAt = 28;

// Property lists are copied, and so is what they point to; here every copy is the one memory.
void* share(void* self) {
  return self;
}
herr_t keep(void* /*self*/) {
  return 0;
}
herr_t keep_memory(void* /*memory*/, H5FD_file_image_op_t /*op*/, void* /*self*/) {
  return 0;
}

}  // namespace

// Called from C: nothing may be thrown. What a vector grows by is zero, so that the file's unused
// corners hold no leftovers.
void* FileMemory::grow(void* /*old*/, size_t size, H5FD_file_image_op_t /*op*/, void* self) {
  Bytes& bytes = static_cast<FileMemory*>(self)->bytes_;
  try {
    bytes.resize(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
  return bytes.data();
}

void* FileMemory::start(size_t size, H5FD_file_image_op_t op, void* self) {
  return grow(nullptr, size, op, self);
}

void FileMemory::use_for(hid_t access) {
  const char* doing = "make a file in memory";
  checked(H5Pset_fapl_core(access, kStep, false), doing);
  H5FD_file_image_callbacks_t callbacks = {};
  callbacks.image_malloc = start;
  callbacks.image_realloc = grow;
  callbacks.image_free = keep_memory;
  callbacks.udata_copy = share;
  callbacks.udata_free = keep;
  callbacks.udata = this;
  checked(H5Pset_file_image_callbacks(access, &callbacks), doing);
}

Bytes FileMemory::take_file() {
  const auto version = bytes_.size() > kEndAt + 8 ? std::to_integer<int>(bytes_[kVersionAt]) : -1;
  if (version != 2 && version != 3) throw Hdf5Error("cannot finish the file: unknown superblock");
  ByteReader end(std::span<const std::byte>(bytes_).subspan(kEndAt), "superblock");
  const auto size = end.get<std::uint64_t>();
  if (size > bytes_.size()) throw Hdf5Error("cannot finish the file: memory shorter than the file");
  bytes_.resize(static_cast<std::size_t>(size));
  return std::exchange(bytes_, {});
}

}  // namespace relco::record
