// What the program says: results on standard output, everything else on standard error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relco::app {

// Results. Nothing is lost in silence: finish_output() finds out what could not be written.
void print(std::string_view text);

// Progress, remarks, errors.
void note(std::string_view text);

// Throws PlaceError when standard output could not take everything (disk full, closed).
void finish_output();

// Whether standard error is a terminal on which a line can be written over.
[[nodiscard]] bool can_rewrite_lines();

// Whether standard output is a terminal whose user wants colours (NO_COLOR is not set).
[[nodiscard]] bool shows_colour();

// Columns of the terminal that shows standard output; 100 when there is none.
[[nodiscard]] std::size_t text_width();

// "0.8 s", "12 s", "3 min 20 s", "2 h 5 min".
[[nodiscard]] std::string duration_text(double seconds);

// The words as a shell takes them: quoted only where they must be.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& words);

}  // namespace relco::app
