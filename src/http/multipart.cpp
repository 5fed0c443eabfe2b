#include "base/text.h"
#include "http/form.h"
#include "http/headers.h"
#include "http/part_head.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t max_boundary_bytes = 70;  // RFC 2046 5.1.1
constexpr std::size_t max_filename_bytes = 255;

Fail broken(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

// Browsers write a quote as %22 and line ends as %0D %0A (WHATWG form submission); others use a backslash.
std::string unquoted(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view escape = text.substr(i, 3);
        if (escape == "%22") {
            plain += '"';
            i += 2;
        } else if (escape == "%0D" || escape == "%0A") {
            plain += ' ';
            i += 2;
        } else if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) {
            plain += text[++i];
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::size_t closing_quote(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') return i;
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '"') ++i;
    }
    return std::string_view::npos;
}

std::string without_folders(std::string_view filename) {
    const std::size_t slash = filename.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? filename : filename.substr(slash + 1));
}

bool is_clean(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

// `text` is all between two delimiters.
Result<Done> add_part(std::string_view text, const FormLimits& limits, Form& form) {
    const std::size_t end = text.starts_with("\r\n") ? 0 : text.find("\r\n\r\n");
    if (end == std::string_view::npos || end > limits.part_header_bytes) return broken("broken part header");
    TRY(PartHead head, parse_part_head(text.substr(0, end), limits));
    const std::string_view content = text.substr(end == 0 ? 2 : end + 4);
    if (!head.filename) {
        if (form.fields.size() == limits.fields) return broken("too many fields");
        if (content.size() > limits.value_bytes) return broken("field " + head.name + " too long");
        if (!is_clean(content)) return broken("field is not UTF-8 text");
        form.fields.add(std::move(head.name), std::string(content));
        return Done{};
    }
    if (head.filename->empty() && content.empty()) return Done{};
    if (form.files.size() == limits.files) return broken("too many files");
    form.files.push_back({std::move(head.name), std::move(*head.filename), std::move(head.content_type), std::string(content)});
    return Done{};
}

}  // namespace

Result<PartHead> parse_part_head(std::string_view head, const FormLimits& limits) {
    std::string disposition;
    PartHead part;
    while (!head.empty()) {
        const std::size_t line_end = head.find("\r\n");
        const std::string_view line = head.substr(0, line_end);
        head = line_end == std::string_view::npos ? std::string_view() : head.substr(line_end + 2);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return broken("broken part header");
        const std::string_view name = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (equals_ignoring_case(name, "Content-Disposition")) disposition = value;
        if (equals_ignoring_case(name, "Content-Type")) part.content_type = value;
    }
    const auto name = header_parameter(disposition, "name");
    if (!name || !equals_ignoring_case(trimmed(std::string_view(disposition).substr(0, disposition.find(';'))), "form-data"))
        return broken("part without a name");
    if (name->size() > limits.name_bytes || !is_clean(*name)) return broken("field name refused");
    part.name = *name;
    const auto filename = header_parameter(disposition, "filename");
    if (!filename) return part;
    if (filename->size() > max_filename_bytes || !is_clean(*filename)) return broken("file name refused");
    part.filename = without_folders(*filename);
    return part;
}

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        const std::string_view rest = header.substr(at + 1);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const bool wanted = equals_ignoring_case(trimmed(rest.substr(0, equals)), name);
        std::string_view value = rest.substr(equals + 1);
        std::size_t end = 0;
        if (value.starts_with('"')) {
            value.remove_prefix(1);
            end = closing_quote(value);
            if (end == std::string_view::npos) return std::nullopt;
            if (wanted) return unquoted(value.substr(0, end));
            end = value.find(';', end);
        } else {
            end = value.find(';');
            if (wanted) return std::string(trimmed(value.substr(0, end)));
        }
        at = end == std::string_view::npos ? end : static_cast<std::size_t>(value.data() - header.data()) + end;
    }
    return std::nullopt;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    auto boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > max_boundary_bytes) return std::nullopt;
    return boundary;
}

Result<Form> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits) {
    const std::string delimiter = "\r\n--" + std::string(boundary);
    // The first delimiter may stand at the very start, without the line end before it.
    const std::string_view first = std::string_view(delimiter).substr(2);
    std::size_t at = body.starts_with(first) ? first.size() : std::string_view::npos;
    if (at == std::string_view::npos) {
        at = body.find(delimiter);
        if (at == std::string_view::npos) return broken("multipart without its boundary");
        at += delimiter.size();
    }
    Form form;
    while (!body.substr(at).starts_with("--")) {
        if (!body.substr(at).starts_with("\r\n")) return broken("broken boundary line");
        const std::size_t start = at + 2;
        const std::size_t end = body.find(delimiter, start);
        if (end == std::string_view::npos) return broken("multipart ends early");
        TRY_DONE(add_part(body.substr(start, end - start), limits, form));
        at = end + delimiter.size();
    }
    return form;
}

}  // namespace dichtbij::http
