#pragma once

#include <map>
#include <string>
#include <utility>

namespace lg::web {

/// HTTP's status codes that we use (RFC 9110, section 15).
enum Status : int {
  ok = 200,
  no_content = 204,
  bad_request = 400,
  forbidden = 403,
  not_found = 404,
  not_allowed = 405,
  too_slow = 408,
  conflict = 409,
  too_large = 413,
  wrong_type = 415,
  misdirected = 421,
  unprocessable = 422,
  own_fault = 500,
};

/// What a call gets back.
struct Answer {
  int status = Status::ok;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers;  // beside those that every answer has
};

/// A call that is turned away, or that cannot be done: one Swedish sentence and what to do.
struct Refusal {
  int status = Status::bad_request;
  std::string message;
  std::string hint;
};

}  // namespace lg::web
