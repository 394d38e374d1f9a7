# What every target of ours is compiled with; libraries of others are not.
option(LG_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
option(LG_TESTS "Build the tests" ON)
set(LG_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")

add_library(lg_options INTERFACE)
target_compile_features(lg_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)

target_compile_options(lg_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op;-Wuseless-cast>
  # g++ 12 sees overlapping copies in "a" + std::string where there are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${LG_WARNINGS_AS_ERRORS}>:-Werror>)

if(LG_SANITIZE)
  # The sanitizers' own code makes g++ see uninitialised variants where there are none; the release build looks.
  target_compile_options(lg_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(lg_options INTERFACE
    -fsanitize=${LG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(lg_options INTERFACE -fsanitize=${LG_SANITIZE})
endif()
