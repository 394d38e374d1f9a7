#pragma once

#include "web/answer.hpp"

#include <Poco/JSON/Object.h>

#include <string>

namespace lg::web {

/// The object as text. Everything but plain characters is as it is in UTF-8.
[[nodiscard]] std::string to_json(const Poco::JSON::Object& object);

/// An answer that says what the object says.
[[nodiscard]] Answer json_answer(const Poco::JSON::Object& object, int status = Status::ok);

/// The answer to a call that is turned away; `more` is what it says beside its sentence.
[[nodiscard]] Answer refused(const Refusal& refusal, Poco::JSON::Object more = Poco::JSON::Object());

/// The object that a call sent; throws Refusal when it is none.
[[nodiscard]] Poco::JSON::Object::Ptr from_json(const std::string& text);

/// A text of it; "" when there is none. Throws Refusal when it is no text.
[[nodiscard]] std::string text_in(const Poco::JSON::Object& object, const std::string& key);

/// A yes or no of it; no when there is none. Throws Refusal when it is neither.
[[nodiscard]] bool flag_in(const Poco::JSON::Object& object, const std::string& key);

}  // namespace lg::web
