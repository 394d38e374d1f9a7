#include "web/secret.hpp"

#include <catch2/catch.hpp>

using lg::web::new_secret;
using lg::web::same_secret;

TEST_CASE("keys have 256 bits and are never alike") {
  const std::string one = new_secret();
  CHECK(one.size() == 64);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != new_secret());
}

TEST_CASE("only the whole key is the key, and nothing is never one") {
  CHECK(same_secret("abc", "abc"));
  CHECK_FALSE(same_secret("abd", "abc"));
  CHECK_FALSE(same_secret("ab", "abc"));
  CHECK_FALSE(same_secret("abcd", "abc"));
  CHECK_FALSE(same_secret("", ""));
}
