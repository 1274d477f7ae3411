#include <fmt/format.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

#include "base/errors.h"
#include "record/hdf5_read.h"
#include "record/results_image.h"

namespace relco::record {

namespace {

// What encode_results() and HDF5 add themselves; everything else was the caller's.
constexpr std::array<std::string_view, 11> kOwnAttributes = {
    "units",          "long_name",   "_FillValue", "CLASS",  "NAME",   "REFERENCE_LIST",
    "DIMENSION_LIST", "Conventions", "title",      "source", "history"};

bool is_own(const std::string& name) {
  return name == "relco_results_format" ||
         std::find(kOwnAttributes.begin(), kOwnAttributes.end(), name) != kOwnAttributes.end();
}

Attributes read_attributes(hid_t owner) {
  Attributes attributes;
  for (const std::string& name : attribute_names(owner)) {
    if (!is_own(name)) attributes.emplace_back(name, read_attribute(owner, name));
  }
  return attributes;
}

Axis read_axis(hid_t dataset, const std::string& name) {
  Axis axis;
  axis.name = name;
  axis.units = read_text_attribute(dataset, "units");
  axis.long_name = read_text_attribute(dataset, "long_name");
  Data data = read_data(dataset, name);
  if (auto* labels = std::get_if<std::vector<std::string>>(&data)) {
    axis.labels = std::move(*labels);
  } else if (auto* values = std::get_if<std::vector<double>>(&data)) {
    axis.values = std::move(*values);
  } else if (auto* whole = std::get_if<std::vector<std::int64_t>>(&data)) {
    axis.values.assign(whole->begin(), whole->end());
    axis.integral = true;
  }
  return axis;
}

herr_t name_scale(hid_t /*dataset*/, unsigned /*axis*/, hid_t scale, void* name) {
  std::array<char, 4096> path = {};
  if (H5Iget_name(scale, path.data(), path.size()) <= 0) return -1;
  *static_cast<std::string*>(name) = path[0] == '/' ? path.data() + 1 : path.data();
  return 1;  // one scale an axis
}

Variable read_variable(hid_t dataset, const std::string& name) {
  Variable variable;
  variable.name = name;
  variable.units = read_text_attribute(dataset, "units");
  variable.long_name = read_text_attribute(dataset, "long_name");
  variable.attributes = read_attributes(dataset);
  const std::string doing = "read the axes of " + name;
  const Handle space(H5Dget_space(dataset), H5Sclose, doing);
  const int rank = checked(H5Sget_simple_extent_ndims(space), doing);
  for (int i = 0; i < rank; ++i) {
    std::string axis;
    checked(H5DSiterate_scales(dataset, static_cast<unsigned>(i), nullptr, name_scale, &axis),
            doing);
    variable.axes.push_back(axis);
  }
  variable.data = read_data(dataset, name);
  return variable;
}

Group read_group(hid_t file, const std::string& name) {
  const Handle handle(H5Gopen2(file, name.c_str(), H5P_DEFAULT), H5Gclose,
                      "open the group " + name);
  Group group;
  group.name = name;
  group.attributes = read_attributes(handle);
  for (const std::string& member : member_names(handle)) {
    const Handle dataset(H5Dopen2(handle, member.c_str(), H5P_DEFAULT), H5Dclose,
                         "open the text " + member);
    const Data data = read_data(dataset, member);
    const auto* texts = std::get_if<std::vector<std::string>>(&data);
    if (texts == nullptr || texts->size() != 1) continue;  // not ours; somebody's addition
    group.texts.push_back({member, read_text_attribute(dataset, "long_name"), texts->front()});
  }
  return group;
}

Handle open_results(const Path& path) {
  Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "open it");
#if H5_VERSION_GE(1, 10, 7)
  // HDF5 locks what it reads, and some cluster disks have no locks; our files never change.
  checked(H5Pset_file_locking(access, false, true), "open it");
#endif
  return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access), H5Fclose, "open it"};
}

void require_our_format(hid_t file, const Path& path) {
  const char* name = "relco_results_format";
  AttributeValue value;
  if (checked(H5Aexists(file, name), "look for an attribute") > 0) {
    value = read_attribute(file, name);
  }
  const auto* format = std::get_if<std::int64_t>(&value);
  if (format == nullptr) {
    throw PlaceError(
        fmt::format("'{}' is an HDF5 file, but relco did not write it", path.string()));
  }
  if (*format != kResultsFormat) {
    throw PlaceError(
        fmt::format("'{}' has results format {}, and this relco reads format {}: use the relco "
                    "that wrote it, or a newer one",
                    path.string(), *format, kResultsFormat));
  }
}

Dataset read_all(hid_t file) {
  Dataset dataset;
  dataset.title = read_text_attribute(file, "title");
  dataset.source = read_text_attribute(file, "source");
  dataset.history = read_text_attribute(file, "history");
  dataset.attributes = read_attributes(file);
  for (const std::string& name : member_names(file)) {
    const Handle object(H5Oopen(file, name.c_str(), H5P_DEFAULT), H5Oclose, "open " + name);
    if (H5Iget_type(object) == H5I_GROUP) {
      dataset.groups.push_back(read_group(file, name));
    } else if (H5DSis_scale(object) > 0) {
      dataset.axes.push_back(read_axis(object, name));
    } else {
      dataset.variables.push_back(read_variable(object, name));
    }
  }
  return dataset;
}

}  // namespace

Dataset decode_results(const Path& path) {
  const Hdf5Session session;
  try {
    const Handle file = open_results(path);
    require_our_format(file, path);
    return read_all(file);
  } catch (const Hdf5Error& error) {
    throw PlaceError(fmt::format("'{}' is damaged, cut short or not as relco writes it: {}",
                                 path.string(), error.what()));
  } catch (const std::bad_alloc&) {
    throw PlaceError(fmt::format("'{}' asks for more memory than there is", path.string()));
  } catch (const std::length_error&) {  // a size that no memory could have
    throw PlaceError(
        fmt::format("'{}' is damaged: it announces an impossible size", path.string()));
  }
}

}  // namespace relco::record
