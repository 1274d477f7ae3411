#include "scenario/yaml_text.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>
#include <unordered_map>

#include "scenario/text_guard.h"

namespace relco::scenario {
namespace {

struct Refused {
  YAML::Mark mark;
  std::string message;
};

// Builds the tree from the parser's events, so that no graph of shared nodes ever exists: an alias
// is a counted copy, and an alias inside its own anchor is seen for what it is.
// An open bracket makes the parser take it for the start of a key.
constexpr const char* kNoKey = "a key must be a single word (or is a bracket left open?)";

class Builder : public YAML::EventHandler {
 public:
  Builder(int file, const std::string& name, Diagnostics& diagnostics)
      : file_(file), name_(name), diagnostics_(diagnostics) {}

  [[nodiscard]] Value take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value value;
    value.place = place(mark);
    add(mark, anchor, std::move(value));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_tag(mark, tag);
    Value value = Value::plain(text);
    value.quoted = tag == "!";
    value.place = place(mark);
    add(mark, anchor, std::move(value));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) throw Refused{mark, "an alias stands inside its own anchor"};
    count(mark, found->second.nodes);
    add_counted(mark, found->second.value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_tag(mark, tag);
    open(mark, anchor, Value::list());
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_tag(mark, tag);
    open(mark, anchor, Value::map());
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Value value;
    YAML::Mark mark;
    YAML::anchor_t anchor = 0;
    std::size_t nodes_before = 0;
    bool has_key = false;
    std::string key;
    Place key_place;
    std::unordered_map<std::string, int> lines;  // key -> line of its first use
  };
  struct Anchored {
    Value value;
    std::size_t nodes = 1;
  };

  [[nodiscard]] Place place(const YAML::Mark& mark) const {
    return {file_, mark.line + 1, mark.column + 1};
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    if (!tag.empty() && tag != "?" && tag != "!") {
      throw Refused{mark, fmt::format("tags ({}) are not part of the format", tag)};
    }
  }

  void count(const YAML::Mark& mark, std::size_t nodes) {
    nodes_ += nodes;
    if (nodes_ > kMaxNodes) {
      throw Refused{mark,
                    fmt::format("the file holds more than {} values, aliases expanded", kMaxNodes)};
    }
  }

  void add(const YAML::Mark& mark, YAML::anchor_t anchor, Value value) {
    count(mark, 1);
    if (anchor != 0) {
      count(mark, 1);
      anchors_[anchor] = {value, 1};
    }
    add_counted(mark, std::move(value));
  }

  void add_counted(const YAML::Mark& mark, Value value) {
    if (frames_.empty()) {
      root_ = std::move(value);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.value.is_list()) {
      frame.value.items.push_back(std::move(value));
    } else if (!frame.has_key) {
      take_key(mark, frame, value);
    } else {
      value.key = std::move(frame.key);
      value.key_place = frame.key_place;
      frame.has_key = false;
      frame.value.items.push_back(std::move(value));
    }
  }

  void take_key(const YAML::Mark& mark, Frame& frame, Value& key) {
    if (!key.is_scalar()) throw Refused{mark, kNoKey};
    const auto [first, fresh] = frame.lines.emplace(key.text, mark.line + 1);
    if (!fresh) {
      diagnostics_.add({name_, mark.line + 1, mark.column + 1, "",
                        fmt::format("the key '{}' is written twice; first in line {}", key.text,
                                    first->second)});
    }
    frame.has_key = true;
    frame.key = std::move(key.text);
    frame.key_place = place(mark);
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, Value value) {
    count(mark, 1);
    if (frames_.size() >= static_cast<std::size_t>(kMaxDepth)) {
      throw Refused{mark, fmt::format("values are nested deeper than {} levels", kMaxDepth)};
    }
    if (!frames_.empty() && frames_.back().value.is_map() && !frames_.back().has_key) {
      throw Refused{mark, kNoKey};
    }
    Frame frame;
    frame.value = std::move(value);
    frame.value.place = place(mark);
    frame.mark = mark;
    frame.anchor = anchor;
    frame.nodes_before = nodes_ - 1;
    frames_.push_back(std::move(frame));
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.anchor != 0) {
      const std::size_t nodes = nodes_ - frame.nodes_before;
      count(frame.mark, nodes);
      anchors_[frame.anchor] = {frame.value, nodes};
    }
    add_counted(frame.mark, std::move(frame.value));
  }

  int file_;
  const std::string& name_;
  Diagnostics& diagnostics_;
  Value root_;
  std::vector<Frame> frames_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::optional<Value> parse_yaml(std::string_view text, int file, const std::string& name,
                                Diagnostics& diagnostics) {
  const auto refuse = [&](const YAML::Mark& mark, const std::string& message) {
    const bool somewhere = !mark.is_null();
    diagnostics.add(
        {name, somewhere ? mark.line + 1 : 0, somewhere ? mark.column + 1 : 0, "", message});
    return std::nullopt;
  };
  if (const auto complaint = complain_about_text(text)) {
    diagnostics.add({name, complaint->line, complaint->column, "", complaint->message});
    return std::nullopt;
  }
  try {
    std::istringstream stream(readable_signs(text));
    YAML::Parser parser(stream);
    Builder builder(file, name, diagnostics);
    if (!parser.HandleNextDocument(builder)) {
      return refuse(YAML::Mark::null_mark(), "the file is empty");
    }
    Value root = builder.take();
    Builder second(file, name, diagnostics);
    if (parser.HandleNextDocument(second)) {
      return refuse(YAML::Mark::null_mark(), "the file holds more than one document (---)");
    }
    return root;
  } catch (const Refused& refused) {
    return refuse(refused.mark, refused.message);
  } catch (const YAML::Exception& error) {
    return refuse(error.mark, "not readable as YAML: " + error.msg);
  }
}

}  // namespace relco::scenario
