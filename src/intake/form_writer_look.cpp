#include "intake/form_writer_look.hpp"

namespace lg::intake {
namespace {

void wrap(lxw_format* format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

lxw_format* cell(FormBook& book) {
  lxw_format* format = book.new_format();
  wrap(format);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bottom_color(format, Look::line);
  return format;
}

lxw_format* cell(FormBook& book, const char* number_format) {
  lxw_format* format = cell(book);
  format_set_num_format(format, number_format);
  return format;
}

lxw_format* coloured(FormBook& book, lxw_color_t colour) {
  lxw_format* format = book.new_format();
  format_set_font_color(format, colour);
  return format;
}

}  // namespace

Look::Look(FormBook& book)
    : title(coloured(book, accent)),
      lead(coloured(book, quiet)),
      caption(coloured(book, accent)),
      mark(coloured(book, accent)),
      heading(book.new_format()),
      example(cell(book)),
      text(cell(book)),
      number(cell(book, "General")),
      date(cell(book, "yyyy-mm-dd")),
      time(cell(book, "yyyy-mm-dd hh:mm")),
      id(cell(book, "@")),
      computed(cell(book)),
      prose(book.new_format()),
      link(coloured(book, accent)),
      rule(book.new_format()) {
  format_set_bold(title);
  format_set_font_size(title, 18);
  format_set_bold(caption);
  format_set_font_size(mark, 8);
  format_set_align(mark, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bold(heading);
  format_set_font_color(heading, LXW_COLOR_WHITE);
  format_set_bg_color(heading, accent);
  format_set_text_wrap(heading);
  format_set_align(heading, LXW_ALIGN_VERTICAL_CENTER);
  format_set_right(heading, LXW_BORDER_THIN);
  format_set_right_color(heading, LXW_COLOR_WHITE);
  format_set_italic(example);
  format_set_font_color(example, quiet);
  format_set_bg_color(example, example_fill);
  format_set_align(example, LXW_ALIGN_LEFT);
  format_set_align(computed, LXW_ALIGN_LEFT);
  format_set_align(number, LXW_ALIGN_LEFT);
  format_set_align(date, LXW_ALIGN_LEFT);
  format_set_align(time, LXW_ALIGN_LEFT);
  wrap(prose);
  format_set_underline(link, LXW_UNDERLINE_SINGLE);
  format_set_align(link, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom(rule, LXW_BORDER_THIN);
  format_set_bottom_color(rule, line);
}

}  // namespace lg::intake
