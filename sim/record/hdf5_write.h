// Making the parts of an HDF5 file: groups, attributes and datasets. Nothing made here carries a
// time, and everything keeps the order in which it was made.
#pragma once

#include <string>
#include <vector>

#include "record/cube.h"
#include "record/hdf5_handle.h"

namespace relco::record {

using Shape = std::vector<hsize_t>;  // lengths of the axes, slowest first; none: a single value

[[nodiscard]] Handle make_group(hid_t parent, const std::string& name);

// Raw form: `type` in the file, `memory_type` of the value.
void put_attribute(hid_t owner, const std::string& name, hid_t type, hid_t memory_type,
                   const Shape& shape, const void* value);
void put_attribute(hid_t owner, const std::string& name, const std::string& text);
void put_attribute(hid_t owner, const std::string& name, const AttributeValue& value);
void put_attributes(hid_t owner, const Attributes& attributes);

// Writes all data at once; numbers beyond a few pages are chunked and compressed. As many values as
// the shape asks for.
[[nodiscard]] Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                                  const std::vector<double>& data);
[[nodiscard]] Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                                  const std::vector<float>& data);
[[nodiscard]] Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                                  const std::vector<std::int64_t>& data);
[[nodiscard]] Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                                  const std::vector<std::string>& data);

}  // namespace relco::record
