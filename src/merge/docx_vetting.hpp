#pragma once

#include "base/problem.hpp"
#include "opc/package.hpp"

/// What a Word template must not hold, whatever its tags say.
namespace lg::merge {

/// Throws UnreadableFile for what is no .docx or .dotx that can be merged (macros, strict OOXML); tells of
/// what reaches outside of the document.
void vet_package(const opc::Package& package, const opc::PartName& main, Problems& problems);

/// A signature ends when a document is filled in; a template without tags keeps it, byte for byte.
void vet_signature(const opc::Package& package, Problems& problems);

/// A .dotx gives a .docx.
void make_document_of_template(opc::Package& package);

}  // namespace lg::merge
