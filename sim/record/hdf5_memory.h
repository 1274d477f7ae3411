// An HDF5 file that grows in our own memory.
#pragma once

#include "record/bytes.h"
#include "record/hdf5_handle.h"

namespace relco::record {

// HDF5 can hand out a copy of a file in memory (H5Fget_file_image), but 1.10 hands out one whose
// superblock no longer fits its checksum. So the file lives in a vector from the beginning, and
// what is there after closing is the file. Must outlive the file made in it.
class FileMemory {
 public:
  FileMemory() = default;
  FileMemory(const FileMemory&) = delete;
  FileMemory& operator=(const FileMemory&) = delete;

  // Makes `access`, a list of file access properties, one for a file in this memory.
  void use_for(hid_t access);

  // After the file is closed: its bytes. Empties this memory.
  [[nodiscard]] Bytes take_file();

 private:
  static void* grow(void* old, size_t size, H5FD_file_image_op_t op, void* self);
  static void* start(size_t size, H5FD_file_image_op_t op, void* self);

  Bytes bytes_;
};

}  // namespace relco::record
