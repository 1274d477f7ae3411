#include "record/hdf5_read.h"

namespace relco::record {

namespace {

std::size_t count_of(hid_t space) {
  return static_cast<std::size_t>(
      checked(H5Sget_simple_extent_npoints(space), "read the size of a variable"));
}

// Reads `count` items by a function of (memory type, buffer); HDF5's texts are freed again.
template <typename Read>
std::vector<std::string> read_texts(hid_t type, hid_t space, const Read& read) {
  if (H5Tis_variable_str(type) <= 0) {
    throw Hdf5Error("a text is stored in a way relco does not write");
  }
  std::vector<char*> pointers(count_of(space), nullptr);
  if (pointers.empty()) return {};
  const Handle memory_type = text_type();
  const auto buffer = static_cast<void*>(pointers.data());
  read(memory_type, buffer);
  std::vector<std::string> texts;
  texts.reserve(pointers.size());
  for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
  checked(H5Dvlen_reclaim(memory_type, space, H5P_DEFAULT, buffer), "read a text");
  return texts;
}

template <typename T, typename Read>
std::vector<T> read_numbers(hid_t memory_type, hid_t space, const Read& read) {
  std::vector<T> numbers(count_of(space));
  read(memory_type, numbers.data());
  return numbers;
}

herr_t add_name(hid_t /*owner*/, const char* name, const H5A_info_t* /*info*/, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

}  // namespace

std::vector<std::string> attribute_names(hid_t owner) {
  std::vector<std::string> names;
  hsize_t at = 0;
  // A file that another tool has rewritten may have lost the order; then names decide.
  if (H5Aiterate2(owner, H5_INDEX_CRT_ORDER, H5_ITER_INC, &at, add_name, &names) < 0) {
    names.clear();
    at = 0;
    checked(H5Aiterate2(owner, H5_INDEX_NAME, H5_ITER_INC, &at, add_name, &names),
            "list the attributes");
  }
  return names;
}

std::vector<std::string> member_names(hid_t group) {
  const std::string doing = "list the variables";
  H5G_info_t info;
  checked(H5Gget_info(group, &info), doing);
  std::vector<std::string> names;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    H5_index_t index = H5_INDEX_CRT_ORDER;
    ssize_t size = H5Lget_name_by_idx(group, ".", index, H5_ITER_INC, i, nullptr, 0, H5P_DEFAULT);
    if (size < 0) {
      index = H5_INDEX_NAME;
      size = checked(H5Lget_name_by_idx(group, ".", index, H5_ITER_INC, i, nullptr, 0, H5P_DEFAULT),
                     doing);
    }
    std::string name(static_cast<std::size_t>(size), '\0');
    checked(H5Lget_name_by_idx(group, ".", index, H5_ITER_INC, i, name.data(), name.size() + 1,
                               H5P_DEFAULT),
            doing);
    names.push_back(std::move(name));
  }
  return names;
}

AttributeValue read_attribute(hid_t owner, const std::string& name) {
  const std::string doing = "read the attribute " + name;
  const Handle attribute(H5Aopen(owner, name.c_str(), H5P_DEFAULT), H5Aclose, doing);
  const Handle type(H5Aget_type(attribute), H5Tclose, doing);
  const Handle space(H5Aget_space(attribute), H5Sclose, doing);
  const auto read = [&](hid_t memory_type, void* buffer) {
    checked(H5Aread(attribute, memory_type, buffer), doing);
  };
  const bool single = H5Sget_simple_extent_ndims(space) == 0;
  switch (H5Tget_class(type)) {
    case H5T_STRING: {
      std::vector<std::string> texts = read_texts(type, space, read);
      return texts.empty() ? std::string() : texts.front();
    }
    case H5T_FLOAT: {
      std::vector<double> reals = read_numbers<double>(H5T_NATIVE_DOUBLE, space, read);
      if (single) return reals.at(0);
      return reals;
    }
    case H5T_INTEGER: {
      auto wholes = read_numbers<std::int64_t>(H5T_NATIVE_INT64, space, read);
      if (single) return wholes.at(0);
      return wholes;
    }
    default: throw Hdf5Error(doing + ": it is neither text nor number");
  }
}

std::string read_text_attribute(hid_t owner, const std::string& name) {
  if (checked(H5Aexists(owner, name.c_str()), "look for an attribute") == 0) return "";
  const AttributeValue value = read_attribute(owner, name);
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? "" : *text;
}

Data read_data(hid_t dataset, const std::string& name) {
  const std::string doing = "read the variable " + name;
  const Handle type(H5Dget_type(dataset), H5Tclose, doing);
  const Handle space(H5Dget_space(dataset), H5Sclose, doing);
  const auto read = [&](hid_t memory_type, void* buffer) {
    checked(H5Dread(dataset, memory_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, buffer), doing);
  };
  switch (H5Tget_class(type)) {
    case H5T_STRING: return read_texts(type, space, read);
    case H5T_INTEGER: return read_numbers<std::int64_t>(H5T_NATIVE_INT64, space, read);
    case H5T_FLOAT:
      if (H5Tget_size(type) == sizeof(float)) {
        return read_numbers<float>(H5T_NATIVE_FLOAT, space, read);
      }
      return read_numbers<double>(H5T_NATIVE_DOUBLE, space, read);
    default: throw Hdf5Error(doing + ": it holds neither numbers nor texts");
  }
}

}  // namespace relco::record
