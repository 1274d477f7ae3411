# relco_room(NAME world DEPENDS base random params [LIBS lib...] [PUBLIC_LIBS lib...] [COLD])
#
# Makes the folder it is called in one library, relco_NAME: static, or header-only when there is
# nothing to compile. A folder that is still empty makes none, and rooms that depend on it do
# without. DEPENDS names every room it may include, `sim` all of sim/ but app; tests/house/rooms.py
# reads these same lines and holds the #include lines to them: the table of rooms has one home.
#
# COLD rooms are compiled at -O1: no run spends its time there, and a first build is done sooner.

function(relco_room)
  cmake_parse_arguments(room "COLD" "NAME" "DEPENDS;LIBS;PUBLIC_LIBS" ${ARGN})
  set(here "${CMAKE_CURRENT_SOURCE_DIR}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${here}/*.cpp")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${here}/*.h" "${here}/*.def")
  cmake_path(GET here PARENT_PATH include_dir)   # sim or analysis
  cmake_path(GET include_dir FILENAME house)
  set_property(GLOBAL APPEND PROPERTY relco_rooms_seen ${room_NAME})
  set_property(GLOBAL APPEND PROPERTY relco_rooms_named ${room_DEPENDS})
  if(NOT sources AND NOT headers)
    return()
  endif()

  set(target relco_${room_NAME})
  set(below)
  foreach(name IN LISTS room_DEPENDS)
    if(TARGET relco_${name})
      list(APPEND below relco_${name})
    endif()
  endforeach()
  if(sources)
    add_library(${target} STATIC ${sources} ${headers})
    target_include_directories(${target} PUBLIC "${include_dir}")
    target_link_libraries(${target} PUBLIC ${below} ${room_PUBLIC_LIBS}
                                    PRIVATE ${room_LIBS} relco_flags)
    if(room_COLD)
      target_compile_options(${target} PRIVATE -O1)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${include_dir}")
    target_link_libraries(${target} INTERFACE ${below} ${room_PUBLIC_LIBS} ${room_LIBS})
  endif()
  target_link_libraries(relco_${house} INTERFACE ${target})
endfunction()

# A misspelt room in DEPENDS would be skipped in silence like an empty one; this says so.
function(relco_check_rooms)
  get_property(seen GLOBAL PROPERTY relco_rooms_seen)
  get_property(named GLOBAL PROPERTY relco_rooms_named)
  foreach(name IN LISTS named)
    if(NOT name IN_LIST seen AND NOT name STREQUAL "sim")
      message(FATAL_ERROR "A room depends on '${name}', and there is no such room.")
    endif()
  endforeach()
endfunction()

add_library(relco_sim INTERFACE)        # every room of sim/ but app
add_library(relco::sim ALIAS relco_sim)
add_library(relco_analysis INTERFACE)   # every room of analysis/
add_library(relco::analysis ALIAS relco_analysis)
target_link_libraries(relco_analysis INTERFACE relco_sim)

# relco_program(NAME relco DEPENDS rooms... LIBS libs...): the same, for a room that is a program.
function(relco_program)
  cmake_parse_arguments(room "" "NAME" "DEPENDS;LIBS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp"
                                              "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  set_property(GLOBAL APPEND PROPERTY relco_rooms_named ${room_DEPENDS})
  if(NOT sources)
    return()
  endif()
  add_executable(${room_NAME} ${sources})
  target_include_directories(${room_NAME} PRIVATE "${PROJECT_SOURCE_DIR}/sim")
  target_link_libraries(${room_NAME} PRIVATE relco::analysis ${room_LIBS} relco_flags)
  target_compile_options(${room_NAME} PRIVATE -O1)   # a program is cold: it calls the rooms
endfunction()
