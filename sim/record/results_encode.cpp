#include <fmt/format.h>
#include <hdf5_hl.h>

#include <limits>
#include <map>

#include "base/errors.h"
#include "record/hdf5_memory.h"
#include "record/hdf5_write.h"
#include "record/results_image.h"

namespace relco::record {

namespace {

Handle make_file(FileMemory& memory) {
  Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make a file");
  // Features of 1.8 and up to 1.10: every HDF5 in use today can open the file.
  checked(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110), "make a file");
  memory.use_for(access);
  Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "make a file");
  // netCDF wants to know in which order things were made; nothing may know when.
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked(H5Pset_link_creation_order(creation, order), "make a file");
  checked(H5Pset_attr_creation_order(creation, order), "make a file");
  checked(H5Pset_obj_track_times(creation, false), "make a file");
  return {H5Fcreate("results", H5F_ACC_TRUNC, creation, access), H5Fclose, "make a file"};
}

// "hours" as units makes xarray read numbers as time spans; "hour" is the same unit to CF.
std::string file_units(const std::string& units) {
  static const std::map<std::string, std::string> kSingular = {{"days", "day"},
                                                               {"hours", "hour"},
                                                               {"minutes", "minute"},
                                                               {"seconds", "second"},
                                                               {"milliseconds", "millisecond"},
                                                               {"microseconds", "microsecond"},
                                                               {"nanoseconds", "nanosecond"}};
  const auto found = kSingular.find(units);
  return found == kSingular.end() ? units : found->second;
}

Handle put_axis(hid_t file, const Axis& axis) {
  Handle dataset;
  if (!axis.values.empty() && axis.integral) {
    const std::vector<std::int64_t> whole(axis.values.begin(), axis.values.end());
    dataset = make_dataset(file, axis.name, {axis.size()}, whole);
  } else if (!axis.values.empty()) {
    dataset = make_dataset(file, axis.name, {axis.size()}, axis.values);
  } else {
    dataset = make_dataset(file, axis.name, {axis.size()}, axis.labels);
  }
  put_attribute(dataset, "units", file_units(axis.units));
  put_attribute(dataset, "long_name", axis.long_name);
  checked(H5DSset_scale(dataset, axis.name.c_str()), "make the axis " + axis.name);
  return dataset;
}

// NaN marks what has no value, and says so to readers who know _FillValue only.
void put_fill_value(hid_t dataset, const Data& data) {
  if (std::holds_alternative<std::vector<double>>(data)) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    put_attribute(dataset, "_FillValue", H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, {}, &none);
  } else if (std::holds_alternative<std::vector<float>>(data)) {
    const float none = std::numeric_limits<float>::quiet_NaN();
    put_attribute(dataset, "_FillValue", H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, {}, &none);
  }
}

void put_variable(hid_t file, const Variable& variable, const Dataset& whole,
                  const std::map<std::string, Handle>& axes) {
  Shape shape;
  for (const std::string& name : variable.axes) shape.push_back(find_axis(whole, name)->size());
  const Handle dataset =
      std::visit([&](const auto& data) { return make_dataset(file, variable.name, shape, data); },
                 variable.data);
  put_attribute(dataset, "units", file_units(variable.units));
  put_attribute(dataset, "long_name", variable.long_name);
  put_fill_value(dataset, variable.data);
  put_attributes(dataset, variable.attributes);
  for (std::size_t i = 0; i < variable.axes.size(); ++i) {
    checked(H5DSattach_scale(dataset, axes.at(variable.axes[i]), static_cast<unsigned>(i)),
            "label the variable " + variable.name);
  }
}

void put_group(hid_t file, const Group& group) {
  const Handle handle = make_group(file, group.name);
  put_attributes(handle, group.attributes);
  for (const Text& text : group.texts) {
    const Handle dataset = make_dataset(handle, text.name, {}, std::vector<std::string>{text.text});
    put_attribute(dataset, "units", std::string("1"));
    put_attribute(dataset, "long_name", text.long_name);
  }
}

void put_dataset(hid_t file, const Dataset& dataset) {
  put_attribute(file, "Conventions", std::string("CF-1.8"));
  put_attribute(file, "title", dataset.title);
  put_attribute(file, "source", dataset.source);
  put_attribute(file, "history", dataset.history);
  put_attribute(file, "relco_results_format", kResultsFormat);
  put_attributes(file, dataset.attributes);
  std::map<std::string, Handle> axes;
  for (const Axis& axis : dataset.axes) axes.emplace(axis.name, put_axis(file, axis));
  for (const Variable& variable : dataset.variables) put_variable(file, variable, dataset, axes);
  for (const Group& group : dataset.groups) put_group(file, group);
}

}  // namespace

Bytes encode_results(const Dataset& dataset) {
  check(dataset);
  const Hdf5Session session;
  try {
    FileMemory memory;
    Handle file = make_file(memory);
    put_dataset(file, dataset);
    file.finish("finish the file");
    return memory.take_file();
  } catch (const Hdf5Error& error) {
    throw BugError(fmt::format("this is a bug in relco: results: {}", error.what()));
  }
}

}  // namespace relco::record
