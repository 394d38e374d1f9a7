#include "web/json.hpp"

#include "web/answer.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/Parser.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>

namespace lg::web {
namespace {

Refusal wrong_form() {
  return {Status::bad_request, "Anropet har fel form.", "Ladda om sidan och försök igen."};
}

}  // namespace

std::string to_json(const Poco::JSON::Object& object) {
  std::ostringstream out;
  object.stringify(out, 0);
  return out.str();
}

Answer json_answer(const Poco::JSON::Object& object, int status) {
  Answer answer;
  answer.status = status;
  answer.body = to_json(object);
  return answer;
}

Answer refused(const Refusal& refusal, Poco::JSON::Object more) {
  Poco::JSON::Object error(Poco::JSON_PRESERVE_KEY_ORDER);
  error.set("message", refusal.message);
  error.set("hint", refusal.hint);
  more.set("error", error);
  return json_answer(more, refusal.status);
}

Poco::JSON::Object::Ptr from_json(const std::string& text) {
  constexpr std::size_t depth = 8;
  try {
    Poco::JSON::Parser parser;
    parser.setDepth(depth);
    return parser.parse(text).extract<Poco::JSON::Object::Ptr>();
  } catch (const Poco::Exception&) {
    throw wrong_form();
  }
}

std::string text_in(const Poco::JSON::Object& object, const std::string& key) {
  const Poco::Dynamic::Var value = object.get(key);
  if (value.isEmpty()) return "";
  if (!value.isString()) throw wrong_form();
  return value.extract<std::string>();
}

bool flag_in(const Poco::JSON::Object& object, const std::string& key) {
  const Poco::Dynamic::Var value = object.get(key);
  if (value.isEmpty()) return false;
  if (!value.isBoolean()) throw wrong_form();
  return value.convert<bool>();
}

}  // namespace lg::web
