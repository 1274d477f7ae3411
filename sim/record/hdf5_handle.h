// The C interface of HDF5 with owners and errors. Only .cpp files of this room include it.
#pragma once

#include <hdf5.h>

#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

namespace relco::record {

// What HDF5 said. Never leaves the room: reading turns it into PlaceError, writing into BugError.
class Hdf5Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// "cannot <doing>: " and the reasons on HDF5's own error stack, innermost last.
[[noreturn]] void throw_hdf5(const std::string& doing);

// Identifiers and statuses below 0 are errors; others are handed through.
template <typename Id>
Id checked(Id id, const std::string& doing) {
  if (id < 0) throw_hdf5(doing);
  return id;
}

// Owns one identifier: file, group, dataset, attribute, type, space or property list.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle() = default;
  Handle(hid_t id, Close close, const std::string& doing)
      : id_(checked(id, doing)), close_(close) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept
      : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      id_ = std::exchange(other.id_, H5I_INVALID_HID);
      close_ = other.close_;
    }
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  // Closes now and says so when that fails; the destructor cannot.
  void finish(const std::string& doing) {
    checked(close_(std::exchange(id_, H5I_INVALID_HID)), doing);
  }

  operator hid_t() const { return id_; }  // NOLINT(google-explicit-constructor): it is one

 private:
  void reset() noexcept {
    if (id_ >= 0) close_(std::exchange(id_, H5I_INVALID_HID));
  }

  hid_t id_ = H5I_INVALID_HID;
  Close close_ = nullptr;
};

// One user of HDF5 at a time, with HDF5's own printing of errors off. The library may be built
// without thread safety, and its part for dimension scales is never safe.
class Hdf5Session {
 public:
  Hdf5Session();
  ~Hdf5Session();
  Hdf5Session(const Hdf5Session&) = delete;
  Hdf5Session& operator=(const Hdf5Session&) = delete;

 private:
  std::unique_lock<std::mutex> lock_;
  H5E_auto2_t print_ = nullptr;
  void* print_data_ = nullptr;
};

// Variable-length UTF-8 text: what netCDF calls a string.
[[nodiscard]] Handle text_type();

}  // namespace relco::record
