#include "record/hdf5_handle.h"

#include <fmt/format.h>

namespace relco::record {

namespace {

std::mutex& hdf5_mutex() {
  static std::mutex mutex;  // HDF5's state is the process's, so is its lock
  return mutex;
}

// The library prefixes its reasons with the place in its own code; people need the reasons only.
herr_t add_reason(unsigned /*depth*/, const H5E_error2_t* error, void* reasons) {
  auto& text = *static_cast<std::string*>(reasons);
  const std::string reason = error->desc == nullptr ? "" : error->desc;
  if (!reason.empty() && !text.ends_with(reason)) {
    text += text.empty() ? reason : "; " + reason;
  }
  return 0;
}

}  // namespace

void throw_hdf5(const std::string& doing) {
  std::string reasons;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, add_reason, &reasons);
  H5Eclear2(H5E_DEFAULT);
  throw Hdf5Error(
      fmt::format("cannot {}: {}", doing, reasons.empty() ? "HDF5 gives no reason" : reasons));
}

Hdf5Session::Hdf5Session() : lock_(hdf5_mutex()) {
  H5Eget_auto2(H5E_DEFAULT, &print_, &print_data_);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Hdf5Session::~Hdf5Session() {
  H5Eset_auto2(H5E_DEFAULT, print_, print_data_);
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
  checked(H5Tset_size(type, H5T_VARIABLE), "make a text type");
  checked(H5Tset_cset(type, H5T_CSET_UTF8), "make a text type");
  return type;
}

}  // namespace relco::record
