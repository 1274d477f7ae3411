// Reading the parts of an HDF5 file whatever it holds: what relco does not write is an Hdf5Error.
#pragma once

#include <string>
#include <vector>

#include "record/cube.h"
#include "record/hdf5_handle.h"

namespace relco::record {

// In the order in which they were made, or by name in a file that does not keep the order.
[[nodiscard]] std::vector<std::string> attribute_names(hid_t owner);
[[nodiscard]] std::vector<std::string> member_names(hid_t group);

[[nodiscard]] AttributeValue read_attribute(hid_t owner, const std::string& name);

// Empty when there is none, or it is no text.
[[nodiscard]] std::string read_text_attribute(hid_t owner, const std::string& name);

// All values of a dataset; `name` is for messages.
[[nodiscard]] Data read_data(hid_t dataset, const std::string& name);

}  // namespace relco::record
