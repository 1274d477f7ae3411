#include "record/hdf5_write.h"

#include <algorithm>

#include "record/utf8.h"

namespace relco::record {

namespace {

// Below this a variable lies in the file in one piece; beyond, in compressed chunks of at most
// kLargestChunk, cut across its slowest axes so that a chunk holds whole weeks of few replicates.
constexpr std::size_t kSmallestChunked = std::size_t{16} << 10;
constexpr std::size_t kLargestChunk = std::size_t{1} << 20;
constexpr unsigned kDeflateLevel =
    1;  // results are smooth: higher levels cost time and gain little

Handle make_space(const Shape& shape) {
  if (shape.empty()) return {H5Screate(H5S_SCALAR), H5Sclose, "make a space"};
  return {H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), H5Sclose,
          "make a space"};
}

// Halves the slowest axis that can still be cut until a chunk is small enough.
Shape chunk_of(Shape shape, std::size_t item_size) {
  const auto bytes = [&] {
    std::size_t product = item_size;
    for (hsize_t length : shape) product *= length;
    return product;
  };
  while (bytes() > kLargestChunk) {
    auto longest = std::find_if(shape.begin(), shape.end(), [](hsize_t n) { return n > 1; });
    *longest = (*longest + 1) / 2;
  }
  return shape;
}

Handle dataset_properties(const Shape& shape, std::size_t item_size, bool may_be_chunked) {
  const std::string doing = "lay out a variable";
  Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, doing);
  checked(H5Pset_attr_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
          doing);
  checked(H5Pset_obj_track_times(creation, false), doing);
  std::size_t bytes = item_size;
  for (hsize_t length : shape) bytes *= length;
  if (may_be_chunked && !shape.empty() && bytes >= kSmallestChunked) {
    const Shape chunk = chunk_of(shape, item_size);
    checked(H5Pset_chunk(creation, static_cast<int>(chunk.size()), chunk.data()), doing);
    if (H5Zfilter_avail(H5Z_FILTER_DEFLATE) > 0) {
      checked(H5Pset_shuffle(creation), doing);
      checked(H5Pset_deflate(creation, kDeflateLevel), doing);
    }
  }
  return creation;
}

Handle make_dataset(hid_t parent, const std::string& name, hid_t type, hid_t memory_type,
                    const Shape& shape, const void* data, bool is_text) {
  const std::string doing = "write the variable " + name;
  const Handle space = make_space(shape);
  const Handle creation = dataset_properties(shape, H5Tget_size(type), !is_text);
  Handle dataset(H5Dcreate2(parent, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT),
                 H5Dclose, doing);
  checked(H5Dwrite(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, data), doing);
  return dataset;
}

}  // namespace

Handle make_group(hid_t parent, const std::string& name) {
  const std::string doing = "make the group " + name;
  Handle creation(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, doing);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked(H5Pset_link_creation_order(creation, order), doing);
  checked(H5Pset_attr_creation_order(creation, order), doing);
  checked(H5Pset_obj_track_times(creation, false), doing);
  return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), H5Gclose, doing};
}

void put_attribute(hid_t owner, const std::string& name, hid_t type, hid_t memory_type,
                   const Shape& shape, const void* value) {
  const std::string doing = "write the attribute " + name;
  const Handle space = make_space(shape);
  const Handle attribute(H5Acreate2(owner, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose, doing);
  checked(H5Awrite(attribute, memory_type, value), doing);
}

void put_attribute(hid_t owner, const std::string& name, const std::string& text) {
  const std::string clean = to_utf8(text);
  const char* pointer = clean.c_str();
  const Handle type = text_type();
  put_attribute(owner, name, type, type, {}, static_cast<const void*>(&pointer));
}

void put_attribute(hid_t owner, const std::string& name, const AttributeValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    put_attribute(owner, name, *text);
  } else if (const auto* real = std::get_if<double>(&value)) {
    put_attribute(owner, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, {}, real);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    put_attribute(owner, name, H5T_STD_I64LE, H5T_NATIVE_INT64, {}, whole);
  } else if (const auto* reals = std::get_if<std::vector<double>>(&value)) {
    put_attribute(owner, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, {reals->size()}, reals->data());
  } else if (const auto* wholes = std::get_if<std::vector<std::int64_t>>(&value)) {
    put_attribute(owner, name, H5T_STD_I64LE, H5T_NATIVE_INT64, {wholes->size()}, wholes->data());
  }
}

void put_attributes(hid_t owner, const Attributes& attributes) {
  for (const auto& [name, value] : attributes) put_attribute(owner, name, value);
}

Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                    const std::vector<double>& data) {
  return make_dataset(parent, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, shape, data.data(), false);
}

Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                    const std::vector<float>& data) {
  return make_dataset(parent, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, shape, data.data(), false);
}

Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                    const std::vector<std::int64_t>& data) {
  return make_dataset(parent, name, H5T_STD_I64LE, H5T_NATIVE_INT64, shape, data.data(), false);
}

Handle make_dataset(hid_t parent, const std::string& name, const Shape& shape,
                    const std::vector<std::string>& data) {
  std::vector<std::string> clean;
  std::vector<const char*> pointers;
  clean.reserve(data.size());  // the pointers must stay good
  pointers.reserve(data.size());
  for (const std::string& text : data) {
    pointers.push_back(clean.emplace_back(to_utf8(text)).c_str());
  }
  const Handle type = text_type();
  return make_dataset(parent, name, type, type, shape, static_cast<const void*>(pointers.data()),
                      true);
}

}  // namespace relco::record
