# lg_add_layer(opc DEPENDS base LIBRARIES pugixml::static)
# makes the static library lg_opc of every .cpp in the folder opc/. Headers are included by their path
# under src/. Libraries named here are seen only by the layers that name them.
function(lg_add_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 LAYER "" "" "DEPENDS;LIBRARIES")
  file(GLOB sources CONFIGURE_DEPENDS "${name}/*.cpp")
  add_library(lg_${name} STATIC ${sources})
  target_include_directories(lg_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  list(TRANSFORM LAYER_DEPENDS PREPEND lg_)
  target_link_libraries(lg_${name} PUBLIC ${LAYER_DEPENDS} ${LAYER_LIBRARIES} PRIVATE lg_options)
endfunction()
