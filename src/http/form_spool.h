#pragma once
// A multipart form that comes in piece by piece: fields stay in memory, files go to disk. Accepts what
// parse_multipart accepts. Memory stays at the fields and two pieces, however large the files are.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/form.h"

namespace dichtbij::http {

struct SpoolOptions {
    FormLimits limits;
    std::filesystem::path folder;   // where files go until they are taken
    std::int64_t max_file_bytes = 0;
};

class FormSpool {
  public:
    FormSpool(std::string_view boundary, SpoolOptions options);
    ~FormSpool();

    // invalid when it is no form: then nothing more may be fed. Throws std::system_error when the disk refuses.
    Result<Done> feed(std::string_view piece);
    // The whole form, after the last piece.
    Result<Form> finish();

  private:
    enum class State { preamble, boundary, head, content_start, content, epilogue };
    struct Digest;

    Result<bool> step();  // whether it got further; false: it needs more bytes
    Result<bool> find_first();
    Result<bool> after_boundary();
    Result<bool> read_head();
    Result<bool> start_content();
    Result<bool> read_content();
    Result<Done> take(std::string_view content);
    Result<Done> end_part();

    const SpoolOptions options_;
    const std::string delimiter_;
    std::string buffer_;
    State state_ = State::preamble;
    Form form_;
    Upload upload_;                     // of the part that is being read
    std::string value_;
    std::shared_ptr<TempFile> file_;
    std::unique_ptr<Digest> digest_;
    bool is_file_ = false;
};

}  // namespace dichtbij::http
